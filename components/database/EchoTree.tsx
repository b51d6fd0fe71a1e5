/**
 * The echo tree: who repeats whom, from the origins on. Drawn as indented lines, dashed where a teller names more than
 * one; the same as a list with the pages and all whom each relied on.
 */
import type { RecordDocument } from '../../lib/messages/protocol';
import { makeEchoTree, type EchoNode } from '../../lib/records/echo-tree';
import type { Claim } from '../../lib/engine/pack/schema';
import { OutLink } from '../shared/OutLink';
import { useSpeech } from '../shared/speech';
import { Drawing } from './Drawing';

const ROW = 28;
const STEP = 20;
const LEFT = 10;
/** Letters of a name that fit beside the deepest usual row on a narrow screen; the list has it whole. */
const NAME_LENGTH = 28;

const xOf = ({ depth }: Pick<EchoNode, 'depth'>): number => LEFT + depth * STEP;
const yOf = (row: number): number => row * ROW + ROW / 2;
const cut = (name: string): string =>
  name.length > NAME_LENGTH ? `${name.slice(0, NAME_LENGTH - 1).trimEnd()}…` : name;

/** Down from the one that is repeated, then across. `aside` keeps a second line off the first. */
function elbow(from: EchoNode, fromRow: number, to: EchoNode, toRow: number, aside: number): string {
  return `M${xOf(from) + aside} ${yOf(fromRow)}V${yOf(toRow) + aside}H${xOf(to)}`;
}

function Lines({ nodes }: { readonly nodes: readonly EchoNode[] }) {
  return nodes.flatMap((node, row) => {
    const lines = [
      ...(node.parent === null ? [] : [[node.parent, 'line', 0] as const]),
      ...node.also.map((other) => [other, 'line also', 4] as const),
    ];
    return lines.flatMap(([other, name, aside]) => {
      const from = nodes[other];
      return from === undefined
        ? []
        : [<path key={`${row} ${other}`} class={name} d={elbow(from, other, node, row, aside)} />];
    });
  });
}

export interface EchoTreeProps {
  readonly lineage: NonNullable<Claim['lineage']>;
  readonly documents: Readonly<Record<string, RecordDocument>>;
}

export function EchoTree({ lineage, documents }: EchoTreeProps) {
  const { say } = useSpeech();
  const { nodes, origins } = makeEchoTree(lineage);
  const repeaters = nodes.length - origins;
  const summary = `${say('echo.repeaters', { n: repeaters })}, ${say('echo.origins', { n: origins })}`;
  const namesOf = ({ parent, also }: EchoNode): string =>
    [...(parent === null ? [] : [parent]), ...also].map((row) => nodes[row]?.teller ?? '').join(', ');
  return (
    <>
      <p class="summary">{summary}</p>
      <Drawing of="echo" title={say('echo.title')} desc={summary} height={nodes.length * ROW}>
        <Lines nodes={nodes} />
        {nodes.map((node, row) => (
          <g key={node.teller} class={node.parent === null ? 'teller is-origin' : 'teller'}>
            <circle cx={xOf(node)} cy={yOf(row)} r={node.parent === null ? 7 : 5} />
            <text x={xOf(node) + 14} y={yOf(row)} dy="0.35em">
              {cut(node.teller)}
            </text>
          </g>
        ))}
      </Drawing>
      <details>
        <summary>{say('echo.list')}</summary>
        <ol class="tellers">
          {nodes.map((node) => {
            const document = node.document === null ? undefined : documents[node.document];
            const names = namesOf(node);
            return (
              <li key={node.teller} data-teller={node.teller}>
                <OutLink address={document?.url ?? null}>{node.teller}</OutLink>{' '}
                <small>{names === '' ? say('echo.origin') : say('echo.repeats', { names })}</small>
              </li>
            );
          })}
        </ol>
      </details>
    </>
  );
}
