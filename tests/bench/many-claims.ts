/**
 * A pack of as many claims as asked for, made from the built one: its own words with made-up ones among them, so that
 * they repeat as words do and yet differ. The same number gives the same pack.
 */
import type { Claim, Pack, Words } from '../../lib/engine/pack/schema';

const SPEAKERS = 300;
const SOURCES = 200;
const DOCUMENTS = 3000;
const STATEMENTS = 6;
/** One word in so many is a made-up one, of so many made-up ones. */
const MADE_UP_EVERY = 8;
const MADE_UP = 4000;

/** Numbers from 0 to below `below`, the same ones each time (Park and Miller 1988). */
function makeDice(): (below: number) => number {
  let state = 1;
  return (below) => {
    state = (state * 16_807) % 2_147_483_647;
    return state % below;
  };
}

export function manyClaims(pack: Pack, count: number): Pack {
  const dice = makeDice();
  const pick = <T>(list: readonly T[]): T => {
    const one = list[dice(list.length)];
    if (one === undefined) throw new Error('Nothing to pick from');
    return one;
  };
  const vary = (text: string): string =>
    text
      .split(' ')
      .map((word) => (dice(MADE_UP_EVERY) === 0 ? word.slice(0, 3) + dice(MADE_UP).toString(36) : word))
      .join(' ');
  const varyAll = ({ en, ru, kk }: Words): Words => ({
    en: vary(en),
    ...(ru === undefined ? {} : { ru: vary(ru) }),
    ...(kk === undefined ? {} : { kk: vary(kk) }),
  });
  const sources = Array.from({ length: SOURCES }, (_, i) => ({ ...pick(pack.sources), id: `source-${i}` }));
  const speakers = Array.from({ length: SPEAKERS }, (_, i) => ({ ...pick(pack.speakers), id: `speaker-${i}` }));
  const documents = Array.from({ length: DOCUMENTS }, (_, i) => ({
    ...pick(pack.documents),
    id: `document-${i}`,
    source: pick(sources).id,
  }));
  const claims = Array.from({ length: count }, (_, i): Claim => {
    const { id: _id, contradictions: _none, supersededBy: _nobody, lineage: _line, ...like } = pick(pack.claims);
    return {
      ...like,
      id: `claim-${i}`,
      proposition: varyAll(like.proposition),
      statements: Array.from({ length: STATEMENTS }, (_unused, n) => {
        const { replaces: _before, ...statement } = pick(pick(pack.claims).statements);
        return {
          ...statement,
          id: `statement-${n}`,
          speaker: pick(speakers).id,
          documents: [pick(documents).id],
          summary: varyAll(statement.summary),
        };
      }),
      fixtures: { positive: [], negative: [] },
    };
  });
  return { ...pack, sources, speakers, documents, claims };
}
