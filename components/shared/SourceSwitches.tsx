/** Sources grouped by kind: one switch for the whole kind, and folded under it one for each source. Used by popup and options. */
import type { SourceKind } from '../../lib/engine/pack/schema';
import type { SourceRow } from '../../lib/messages/protocol';
import { useSpeech } from './speech';
import { Switch } from './Switch';

/** Nearest to the events first. A record, so that a new kind does not compile until it has its place. */
const ORDER: Readonly<Record<SourceKind, number>> = {
  official: 0,
  wire: 1,
  'state-media': 2,
  'independent-media': 3,
  'think-tank': 4,
  aggregator: 5,
  blog: 6,
};

export interface SourceSwitchesProps {
  readonly sources: readonly SourceRow[];
  readonly kindsOff: readonly SourceKind[];
  readonly onSource: (source: string, on: boolean) => void;
  readonly onKind: (kind: SourceKind, on: boolean) => void;
  /** Every group unfolded: what a search has found is to be seen. */
  readonly isUnfolded?: boolean;
}

function groupByKind(sources: readonly SourceRow[]): readonly (readonly [SourceKind, readonly SourceRow[]])[] {
  const kinds = [...new Set(sources.map(({ kind }) => kind))].sort((a, b) => ORDER[a] - ORDER[b]);
  return kinds.map((kind) => [kind, sources.filter((source) => source.kind === kind)]);
}

export function SourceSwitches({ sources, ...rest }: SourceSwitchesProps) {
  return (
    <div class="source-kinds">
      {groupByKind(sources).map(([kind, rows]) => (
        <Kind key={kind} kind={kind} rows={rows} {...rest} />
      ))}
    </div>
  );
}

interface KindProps extends Omit<SourceSwitchesProps, 'sources'> {
  readonly kind: SourceKind;
  readonly rows: readonly SourceRow[];
}

function Kind({ kind, rows, kindsOff, onSource, onKind, isUnfolded = false }: KindProps) {
  const { say } = useSpeech();
  const name = say(`source-kind.${kind}`);
  const kindOn = !kindsOff.includes(kind);
  const statements = rows.reduce((sum, row) => sum + row.statements, 0);
  return (
    <div class="source-kind" role="group" aria-label={name}>
      <Switch
        label={name}
        name={say('sources.whole-kind', { kind: name })}
        on={kindOn}
        of={`kind:${kind}`}
        onChange={(on) => onKind(kind, on)}
      />
      <details open={isUnfolded}>
        <summary>
          {say('sources.count', { n: rows.length })}, {say('sources.statements', { n: statements })}
          <span class="visually-hidden">: {name}</span>
        </summary>
        {kindOn ? null : <p class="hint">{say('sources.kind-off')}</p>}
        <ul class="source-list">
          {rows.map((row) => (
            <li key={row.id}>
              <Switch
                label={row.name}
                detail={say('sources.statements', { n: row.statements })}
                on={kindOn && row.on}
                disabled={!kindOn}
                of={`source:${row.id}`}
                onChange={(on) => onSource(row.id, on)}
              />
            </li>
          ))}
        </ul>
      </details>
    </div>
  );
}
