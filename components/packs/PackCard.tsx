/** One pack: its header, what its last update changed, and what can be done with it. */
import type { ClaimChange } from '../../lib/packs/diff';
import type { PackRow, WithdrawnClaim } from '../../lib/messages/pack-rows';
import { sayDate } from '../../lib/words/dates';
import { AskFirst } from '../shared/AskFirst';
import { FactList, type Fact } from '../shared/FactList';
import { Notice } from '../shared/Notice';
import { OutLink } from '../shared/OutLink';
import { sayLanguage } from '../shared/say-language';
import { StatusMark } from '../shared/StatusMark';
import { useSpeech } from '../shared/speech';
import { Switch } from '../shared/Switch';
import { wordsIn } from '../shared/words-in';
import { sayMoment } from './say-moment';
import { SubscriptionPart, type SubscriptionActions } from './SubscriptionPart';

export interface PackActions extends SubscriptionActions {
  readonly onSwitch: (on: boolean) => void;
  /** Null where it stands first, or last. */
  readonly onUp: (() => void) | null;
  readonly onDown: (() => void) | null;
  /** Null where no earlier revision is kept. */
  readonly onUndo: (() => void) | null;
  readonly onRemove: () => void;
  /** Null where it is subscribed to, or names no address of its own. */
  readonly onSubscribe: (() => void) | null;
}

export interface PackCardProps {
  readonly pack: PackRow;
  /** Null for the pack that came with Dalel. */
  readonly actions: PackActions | null;
}

function Facts({ pack }: { readonly pack: PackRow }) {
  const { say, lang } = useSpeech();
  const { header, from, loadedAt, fingerprint, isBundled, subscription } = pack;
  const { counts, measured } = header;
  const percent = (share: number) => Math.round(share * 100);
  const facts: readonly Fact[] = [
    [say('packs.revision'), `${header.revision} · ${sayDate(header.date, lang)}`],
    [say('packs.counts'), say('packs.counts.value', { n: counts.claims, sources: counts.sources })],
    [say('packs.languages'), header.languages.map((code) => sayLanguage(code, lang)).join(', ')],
    [say('packs.editor'), header.editor],
    [say('packs.licence'), header.licence],
    ...(header.homepage === undefined
      ? []
      : [
          [
            say('packs.homepage'),
            <OutLink key="homepage" address={header.homepage}>
              {header.homepage}
            </OutLink>,
          ] as const,
        ]),
    [
      say('packs.measured'),
      measured === undefined
        ? say('packs.measured.none')
        : say('packs.measured.value', {
            precision: percent(measured.precision),
            recall: percent(measured.recall),
            on: typeof measured.on === 'string' ? measured.on : wordsIn(measured.on, lang).text,
          }),
    ],
    ...(isBundled ? [] : [[say('packs.key'), fingerprint ?? say('packs.key.none')] as const]),
    ...(header.expires === undefined ? [] : [[say('packs.expires'), sayDate(header.expires, lang)] as const]),
    ...(subscription !== null || loadedAt === ''
      ? []
      : [[say('packs.updated'), `${sayDate(loadedAt.slice(0, 10), lang)} · ${from}`] as const]),
    ...(subscription === null
      ? []
      : ([
          [say('packs.subscription'), subscription.address],
          [say('packs.updated.last'), `${sayMoment(Date.parse(loadedAt), say, lang)} · ${from}`],
          ...(subscription.triedAt === null
            ? []
            : [[say('packs.tried'), sayMoment(subscription.triedAt, say, lang)] as const]),
          [say('packs.next'), say('packs.next.value', { when: sayMoment(subscription.nextAt, say, lang) })],
        ] as const)),
  ];
  return <FactList facts={facts} />;
}

function Change({ change }: { readonly change: ClaimChange }) {
  const { say, lang } = useSpeech();
  const proposition = wordsIn(change.proposition, lang).text;
  return (
    <li data-change={change.kind}>
      <b>{say(`packs.change.${change.kind}`)}</b> <span dir="auto">{proposition}</span>
      {change.kind === 'status' ? (
        <span class="from-to">
          <StatusMark status={change.before} /> → <StatusMark status={change.after} />
        </span>
      ) : null}
    </li>
  );
}

function Withdrawn({ claims }: { readonly claims: readonly WithdrawnClaim[] }) {
  const { say, lang } = useSpeech();
  return (
    <details class="changes" open>
      <summary>{say('packs.withdrawn', { n: claims.length })}</summary>
      <ul>
        {claims.map(({ id, proposition, date, why }) => (
          <li key={id} data-withdrawn={id}>
            <span dir="auto">
              {proposition === null ? say('packs.withdrawn.gone', { id }) : wordsIn(proposition, lang).text}
            </span>
            <span class="hint" dir="auto">
              {' '}
              {sayDate(date, lang)}: {wordsIn(why, lang).text}
            </span>
          </li>
        ))}
      </ul>
    </details>
  );
}

export function PackCard({ pack, actions }: PackCardProps) {
  const { say, lang } = useSpeech();
  const { header, isOn, changes, isOld, withdrawn, subscription } = pack;
  const title = wordsIn(header.title, lang).text;
  const action = (name: 'up' | 'down' | 'undo' | 'subscribe.this', run: (() => void) | null) =>
    run === null ? null : (
      <button
        type="button"
        class="quiet-button"
        data-action={`${name}:${pack.id}`}
        aria-label={`${say(`packs.${name}`)}: ${title}`}
        onClick={run}
      >
        {say(`packs.${name}`)}
      </button>
    );
  return (
    <section class="pack" data-pack={pack.id} aria-labelledby={`pack-${pack.id}`}>
      <h2 id={`pack-${pack.id}`} dir="auto">
        {title}
      </h2>
      {actions === null ? (
        <p class="hint">{say('packs.bundled')}</p>
      ) : (
        <Switch
          label={say('packs.on')}
          name={`${say('packs.on')}: ${title}`}
          on={isOn}
          of={`pack:${pack.id}`}
          onChange={actions.onSwitch}
        />
      )}
      {isOld && header.expires !== undefined ? (
        <Notice tone="plain">
          <p data-old={pack.id}>{say('packs.old', { day: sayDate(header.expires, lang) })}</p>
        </Notice>
      ) : null}
      <Facts pack={pack} />
      {subscription === null || actions === null ? null : (
        <SubscriptionPart id={pack.id} title={title} subscription={subscription} {...actions} />
      )}
      {withdrawn.length === 0 ? null : <Withdrawn claims={withdrawn} />}
      {changes === null ? null : (
        <details class="changes">
          <summary>{say('packs.changes', { n: changes.length })}</summary>
          <ul>
            {changes.map((change) => (
              <Change key={change.id} change={change} />
            ))}
          </ul>
        </details>
      )}
      {actions === null ? null : (
        <div class="row-actions">
          {action('subscribe.this', actions.onSubscribe)}
          {action('up', actions.onUp)}
          {action('down', actions.onDown)}
          {action('undo', actions.onUndo)}
          <AskFirst
            label={say('packs.remove')}
            name={`${say('packs.remove')}: ${title}`}
            question={say('packs.remove.sure', { title })}
            yes={say('packs.remove.yes')}
            no={say('packs.remove.no')}
            action={`remove:${pack.id}`}
            look="quiet-button"
            onYes={actions.onRemove}
          />
        </div>
      )}
    </section>
  );
}
