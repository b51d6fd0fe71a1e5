/**
 * The card: what is on record of the claim under the reader's eyes. Attribution, never a verdict in our own voice.
 * Props in, callbacks out; it holds nothing but what is unfolded, and starts folded for every claim.
 * Escape and the closing button are the browser's own as well, which work where no script of ours is left to hear them.
 */
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { ClaimCard, Status } from '../../lib/messages/protocol';
import type { Stance } from '../../lib/engine/pack/schema';
import type { CardClaim, CardView } from '../../lib/page/card-view';
import { sayDate } from '../../lib/words/dates';
import type { Say } from '../../lib/words/say';
import { Beside } from './Beside';
import { Icon } from './Icon';
import { Rung } from './Rung';
import { Statements } from './Statements';
import { Why } from './Why';

const STATUS_KEYS: Readonly<Record<Status, string>> = {
  contested: 'card.status.contested',
  confirmed: 'card.status.confirmed',
  denied: 'card.status.denied',
  doubted: 'card.status.doubted',
  reported: 'card.status.reported',
  superseded: 'card.status.superseded',
};

const STANCE_KEYS: Readonly<Record<Stance, string>> = {
  asserts: 'card.stance.asserts',
  reports: 'card.stance.reports',
  denies: 'card.stance.denies',
  doubts: 'card.stance.doubts',
  asks: 'card.stance.asks',
};

export function Card(view: CardView) {
  const claim = view.claims[view.selected] ?? view.claims[0];
  if (claim === undefined) return null;
  const { say, claims, onClose } = view;
  return (
    <dialog
      id="card"
      class={`card is-${claim.card.status}`}
      open
      closedby="closerequest"
      onClose={onClose}
      aria-labelledby="proposition"
      aria-describedby="status here"
      tabIndex={-1}
      lang={view.lang}
      dir="ltr"
    >
      <header>
        <div class="status" id="status">
          <span class="status-name">
            <Icon name={claim.card.status} size={15} />
            {say(STATUS_KEYS[claim.card.status])}
          </span>
          <span class="counts">{sayCounts(claim.card, say)}</span>
          <button
            type="button"
            class="close"
            command="close"
            commandfor="card"
            onClick={onClose}
            aria-label={say('card.close')}
          >
            <Icon name="close" size={14} />
          </button>
        </div>
        <h2 id="proposition">{claim.card.proposition}</h2>
        {claim.card.pack !== undefined && <p class="pack">{say('card.pack', { pack: claim.card.pack })}</p>}
        {claim.card.withdrawn !== undefined && <Withdrawn {...claim.card.withdrawn} say={say} lang={view.lang} />}
      </header>
      {claims.length > 1 && <Others {...view} />}
      <Body key={claim.card.id} claim={claim} view={view} />
    </dialog>
  );
}

type WithdrawnProps = NonNullable<ClaimCard['withdrawn']> & Pick<CardView, 'say' | 'lang'>;

/** Said before anything else of the claim: its own editor no longer stands by it. */
function Withdrawn({ date, why, say, lang }: WithdrawnProps) {
  return (
    <p class="withdrawn">
      <b>{say('card.withdrawn', { date: sayDate(date, lang) })}</b> {why}
    </p>
  );
}

/** The other claims that the same words mention, one press away. */
function Others({ claims, selected, say, onSelect }: CardView) {
  return (
    <div class="others" role="group" aria-labelledby="others">
      <h3 id="others">{say('card.others')}</h3>
      {claims.map(({ card }, i) =>
        i === selected ? null : (
          <button type="button" key={card.id} class={`is-${card.status}`} onClick={() => onSelect(i)}>
            <Icon name={card.status} size={13} />
            <span>{card.proposition}</span>
          </button>
        ),
      )}
    </div>
  );
}

function Body({ claim, view }: { readonly claim: CardClaim; readonly view: CardView }) {
  const [isWhy, setWhy] = useState(false);
  const { card, finding } = claim;
  const { say, lang, onStep, onDenial, onRecord, onReport } = view;
  const scroll = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    if (isWhy && scroll.current !== null) scroll.current.scrollTop = 0;
  }, [isWhy]);
  return (
    <>
      <div class="here">
        <b id="here">{say(STANCE_KEYS[finding.stance])}</b>
        <Steps {...claim} say={say} onStep={onStep} />
        <Beside claim={claim} say={say} lang={lang} onDenial={onDenial} />
      </div>
      <div class="scroll" ref={scroll}>
        {isWhy && <Why finding={finding} say={say} id="why" onWrong={() => onReport('wrong-mark')} />}
        <Statements statements={card.statements} say={say} lang={lang} />
        {card.origin.length > 0 && (
          <p class="origin">
            {say('card.origin')} <b>{card.origin[0]}</b>
            {card.origin.slice(1).map((teller) => ` → ${teller}`)}
          </p>
        )}
        {card.rung !== null && <Rung rung={card.rung} say={say} />}
        <p class="amend">
          <button type="button" class="plain" onClick={() => onReport('missing-statement')}>
            {say('card.report.missing-statement')}
          </button>
        </p>
      </div>
      <footer>
        <button type="button" class="plain" aria-expanded={isWhy} aria-controls="why" onClick={() => setWhy(!isWhy)}>
          {say('card.why')}
        </button>
        <button type="button" class="plain record" onClick={() => onRecord(card.id)}>
          {say('card.record')}
          <Icon name="on" size={12} />
        </button>
      </footer>
    </>
  );
}

type StepsProps = Pick<CardClaim, 'nth' | 'of'> & Pick<CardView, 'say' | 'onStep'>;

function Steps({ nth, of, say, onStep }: StepsProps) {
  if (of < 2) return null;
  return (
    <span class="steps">
      <button type="button" onClick={() => onStep(-1)} aria-label={say('card.previous')}>
        <Icon name="back" size={13} />
      </button>
      <span aria-label={say('card.nth.label', { nth, of })} role="img">
        {say('card.nth', { nth, of })}
      </span>
      <button type="button" onClick={() => onStep(1)} aria-label={say('card.next')}>
        <Icon name="on" size={13} />
      </button>
    </span>
  );
}

/** "2 denials, 4 doubts, no confirmation": what there is, and what is missing where others speak against it. */
export function sayCounts({ counts }: Pick<ClaimCard, 'counts'>, say: Say): string {
  const parts: string[] = [];
  if (counts.denial > 0) parts.push(say('card.count.denial', { n: counts.denial }));
  if (counts.doubt > 0) parts.push(say('card.count.doubt', { n: counts.doubt }));
  if (counts.confirmation > 0) parts.push(say('card.count.confirmation', { n: counts.confirmation }));
  if (counts.support > 0) parts.push(say('card.count.support', { n: counts.support }));
  if (parts.length === 0 && counts.report > 0) parts.push(say('card.count.report', { n: counts.report }));
  if (counts.denial + counts.doubt > 0 && counts.confirmation === 0) parts.push(say('card.count.no-confirmation'));
  return parts.length === 0 ? say('card.count.nothing-more') : parts.join(', ');
}
