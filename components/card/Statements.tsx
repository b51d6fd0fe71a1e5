/** The statements of a claim, grouped by kind: a few at first, all of them on demand. */
import { useState } from 'preact/hooks';
import type { StatementKind } from '../../lib/engine/pack/schema';
import type { CardStatement } from '../../lib/messages/protocol';
import type { CardView } from '../../lib/page/card-view';
import { foldStatements } from './fold-statements';
import { Icon } from './Icon';
import { Statement } from './Statement';

const FOLDED = 3;

const GROUP_KEYS: Readonly<Record<StatementKind, string>> = {
  denial: 'card.group.denial',
  doubt: 'card.group.doubt',
  support: 'card.group.support',
  confirmation: 'card.group.confirmation',
  report: 'card.group.report',
  comment: 'card.group.comment',
};

function groupByKind(statements: readonly CardStatement[]): readonly (readonly [StatementKind, CardStatement[]])[] {
  const groups = new Map<StatementKind, CardStatement[]>();
  for (const statement of statements) groups.set(statement.kind, [...(groups.get(statement.kind) ?? []), statement]);
  return [...groups];
}

export interface StatementsProps extends Pick<CardView, 'say' | 'lang'> {
  readonly statements: readonly CardStatement[];
}

export function Statements({ statements, say, lang }: StatementsProps) {
  const [isWhole, setWhole] = useState(false);
  const shown = isWhole ? statements : foldStatements(statements, FOLDED);
  return (
    <>
      {groupByKind(shown).map(([kind, group]) => (
        <section class={`group is-${kind}`} key={kind}>
          <h3>
            <Icon name={kind} size={14} />
            {say(GROUP_KEYS[kind])}
          </h3>
          <ol>
            {group.map((statement) => (
              <Statement key={statement.id} statement={statement} say={say} lang={lang} />
            ))}
          </ol>
        </section>
      ))}
      {statements.length > FOLDED && (
        <button type="button" class="more" aria-expanded={isWhole} onClick={() => setWhole(!isWhole)}>
          {isWhole ? say('card.fewer') : say('card.all', { n: statements.length })}
        </button>
      )}
    </>
  );
}
