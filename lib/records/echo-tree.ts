/**
 * Who repeats whom, as a tree from the origins on. Each teller stands once, under the first that it names which does not
 * lead back to itself; whoever else it relied on is kept beside it. Two who repeat each other: the first row is the
 * origin. Pure; any lineage gives a tree, with every teller in it exactly once.
 */
import type { Claim } from '../engine/pack/schema';

export interface EchoNode {
  readonly teller: string;
  readonly document: string | null;
  /** 0 for an origin. */
  readonly depth: number;
  /** Row numbers: under whom it stands, null for an origin, and whom it repeats besides. */
  readonly parent: number | null;
  readonly also: readonly number[];
}

export interface EchoTree {
  /** In the order of drawing: each one below its parent, before the next branch. */
  readonly nodes: readonly EchoNode[];
  readonly origins: number;
}

interface Teller {
  readonly document: string | null;
  readonly repeats: readonly string[];
}

/** Every teller by name; those who are only named by others have a row as well. */
function listTellers(rows: NonNullable<Claim['lineage']>): ReadonlyMap<string, Teller> {
  const tellers = new Map<string, Teller>();
  for (const { teller, document, repeats } of rows) {
    const before = tellers.get(teller);
    const all = [...(before?.repeats ?? []), ...(repeats ?? [])].filter((name) => name !== teller);
    tellers.set(teller, { document: before?.document ?? document ?? null, repeats: [...new Set(all)] });
  }
  for (const name of [...tellers.values()].flatMap(({ repeats }) => repeats)) {
    if (!tellers.has(name)) tellers.set(name, { document: null, repeats: [] });
  }
  return tellers;
}

/** Under whom each stands; a link that would close a circle is passed over. */
function chooseParents(tellers: ReadonlyMap<string, Teller>): ReadonlyMap<string, string> {
  const parents = new Map<string, string>();
  const leadsTo = (from: string, to: string): boolean => {
    for (let at: string | undefined = from; at !== undefined; at = parents.get(at)) if (at === to) return true;
    return false;
  };
  // The last rows choose first, so that of a circle the first row is left without a parent.
  for (const [teller, { repeats }] of [...tellers].toReversed()) {
    const parent = repeats.find((name) => !leadsTo(name, teller));
    if (parent !== undefined) parents.set(teller, parent);
  }
  return parents;
}

export function makeEchoTree(rows: NonNullable<Claim['lineage']>): EchoTree {
  const tellers = listTellers(rows);
  const parents = chooseParents(tellers);
  const order: { teller: string; depth: number }[] = [];
  const place = (teller: string, depth: number): void => {
    order.push({ teller, depth });
    for (const [child, parent] of parents) if (parent === teller) below.push([child, depth + 1]);
  };
  const below: [string, number][] = [];
  const names = [...tellers.keys()];
  for (const origin of names.filter((name) => !parents.has(name))) {
    below.push([origin, 0]);
    for (let next = below.pop(); next !== undefined; next = below.pop()) place(...next);
  }
  const rowOf = new Map(order.map(({ teller }, row) => [teller, row]));
  const nodes = order.map(({ teller, depth }): EchoNode => {
    const parent = parents.get(teller);
    const repeats = tellers.get(teller)?.repeats ?? [];
    return {
      teller,
      document: tellers.get(teller)?.document ?? null,
      depth,
      parent: parent === undefined ? null : (rowOf.get(parent) ?? null),
      also: repeats.flatMap((name) => (name === parent ? [] : (rowOf.get(name) ?? []))),
    };
  });
  return { nodes, origins: nodes.filter(({ parent }) => parent === null).length };
}
