/** The plain facts of a record, a row each, only those that it has. */
import type { ComponentChildren } from 'preact';
import type { ClaimRecord } from '../../lib/messages/protocol';
import { sayDate } from '../../lib/words/dates';
import { useSpeech } from '../shared/speech';
import { claimAddress, listWith } from '../../lib/records/route';
import { wordsIn } from '../shared/words-in';

function Fact({ name, children }: { readonly name: string; readonly children: ComponentChildren }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

/** Who is said to buy what from whom, as far as the record says. */
function Slots({ slots }: { readonly slots: NonNullable<ClaimRecord['record']['slots']> }) {
  const { say, lang } = useSpeech();
  const { buyer, seller, platform, quantity, value, date } = slots;
  const said = (words: NonNullable<typeof value>) => {
    // A plain text is a name or a figure, alike in every language.
    if (typeof words === 'string') return words;
    const { text, lang: spoken } = wordsIn(words, lang);
    return <span lang={spoken}>{text}</span>;
  };
  const variants = platform?.variants ?? [];
  return (
    <>
      {buyer === undefined ? null : <Fact name={say('slot.buyer')}>{said(buyer)}</Fact>}
      {seller === undefined ? null : <Fact name={say('slot.seller')}>{said(seller)}</Fact>}
      {platform === undefined ? null : (
        <Fact name={say('slot.platform')}>
          {said(platform.name)}
          {variants.length === 0 ? null : ` (${variants.join(', ')})`}
        </Fact>
      )}
      {quantity === undefined ? null : (
        <Fact name={say('slot.quantity')}>
          {quantity.of === undefined
            ? say('slot.quantity.all', { count: quantity.count })
            : say('slot.quantity.of', { count: quantity.count, of: quantity.of })}
        </Fact>
      )}
      {value === undefined ? null : <Fact name={say('slot.value')}>{said(value)}</Fact>}
      {date === undefined ? null : (
        <Fact name={say('slot.date')}>
          <time dateTime={date}>{sayDate(date, lang)}</time>
        </Fact>
      )}
    </>
  );
}

export function RecordFacts({ found }: { readonly found: ClaimRecord }) {
  const { say, lang } = useSpeech();
  const { record } = found;
  const { topic, slots, firstReport, supersededBy } = record;
  const first = firstReport === undefined ? null : wordsIn(firstReport.by, lang);
  return (
    <dl class="facts">
      <Fact name={say('database.topic')}>
        <a href={listWith({ topic })}>{say(`topic.${topic}`)}</a>
      </Fact>
      {slots === undefined ? null : <Slots slots={slots} />}
      {first === null ? null : (
        <Fact name={say('database.first-report')}>
          <span lang={first.lang}>{first.text}</span>
          {firstReport?.date === undefined ? null : (
            <>, {<time dateTime={firstReport.date}>{sayDate(firstReport.date, lang)}</time>}</>
          )}
        </Fact>
      )}
      {supersededBy === undefined ? null : (
        <Fact name={say('database.superseded-by')}>
          <a href={claimAddress(supersededBy)}>{supersededBy}</a>
        </Fact>
      )}
      <Fact name={say('database.id')}>
        <code>{record.id}</code>
      </Fact>
    </dl>
  );
}
