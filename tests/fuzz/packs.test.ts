/**
 * Packs of others: whatever a file holds, the check takes it or names the rule that it breaks, and never throws; what it
 * takes serves: it is indexed, joined, read with and shown in every language.
 */
import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { expect } from 'vitest';
import { shortestAnchors } from '../../lib/engine/gate/anchors';
import { makeAnchorBits, openAnchorBits } from '../../lib/engine/gate/bits';
import { readingData } from '../../lib/engine/pack/reading';
import { EMPTY_CONTEXT, openReader } from '../../lib/engine/read';
import type { Pack } from '../../lib/engine/pack/schema';
import { checkPack } from '../../lib/packs/check';
import { diffPacks } from '../../lib/packs/diff';
import { openEnvelope } from '../../lib/packs/envelope';
import { describePackFault } from '../../lib/packs/fault';
import { convertFeed } from '../../lib/packs/from-claim-review';
import { unpack } from '../../lib/packs/unpack';
import { DEFAULT_SETTINGS } from '../../lib/settings/settings';
import { makeCards } from '../../lib/store/cards';
import { fittingIndex } from '../../lib/store/index-text';
import { joinPacks, renamePack } from '../../lib/store/join';
import { listSpeakers, makeSource, makeSpeaker } from '../../lib/store/people';
import { makeRecap } from '../../lib/store/recap';
import { makeRecord } from '../../lib/store/record';
import { makeRows, makeText } from '../../lib/store/rows';
import { listSources } from '../../lib/store/sources';
import { otherPack } from '../support/other-pack';
import { ENGLISH } from '../support/small-pack';
import { soundPack } from '../unit/compile/sound';
import { fuzz } from './fuzz';
import { damage, edits, mutate, mutateText, nastyText } from './mutate';

const DAY = '2026-11-22';
const BUNDLED = soundPack();
const LAKE = otherPack('lake-claims', 2);
/** The grammars are most of a pack: with one small one most edits meet what an editor writes. */
const SOUND = [LAKE, { ...soundPack({ id: 'elsewhere', languages: ['en'] }), languages: [ENGLISH] }].map((pack) =>
  JSON.stringify(pack),
);
const TEXT =
  'Orvelia bought six gunboats from Tukana. The United States bought 81 aircraft from Kazakhstan, Астана молчит.';

/** All that is done with a pack once it is held. */
function use(pack: Pack): void {
  const renamed = renamePack(pack);
  fittingIndex(renamed, null);
  openReader(readingData(renamed)).read({ kind: 'text', text: TEXT }, EMPTY_CONTEXT);
  openAnchorBits(makeAnchorBits(shortestAnchors(pack.concepts))).test(TEXT);
  const index = joinPacks(BUNDLED, [renamed]);
  for (const language of ['en', 'ru', 'kk'] as const) {
    for (const card of makeCards(
      index,
      DEFAULT_SETTINGS,
      language,
      index.pack.claims.map(({ id }) => id),
    ))
      makeRecap(card);
    for (const { id } of makeRows(index, DEFAULT_SETTINGS, language)) {
      const claim = index.claims.get(id);
      if (claim === undefined) throw new Error(`The row ${id} has no claim`);
      makeRecord(index, claim, DEFAULT_SETTINGS, language);
      makeText(index, id, DEFAULT_SETTINGS);
    }
    for (const { id } of listSpeakers(index, DEFAULT_SETTINGS, language))
      makeSpeaker(index, id, DEFAULT_SETTINGS, language);
    for (const { id } of listSources(index, DEFAULT_SETTINGS)) makeSource(index, id, DEFAULT_SETTINGS, language);
  }
  diffPacks(LAKE, pack);
  // What is taken is taken again, and is the same pack.
  expect(checkPack(JSON.stringify(pack), DAY)).toEqual({ ok: true, pack });
}

const bare = Object.getOwnPropertyNames(Object.prototype).length;

function checkText(text: string): void {
  const checked = checkPack(text, DAY);
  if (checked.ok) use(checked.pack);
  else expect(describePackFault(checked.fault)).toMatch(/\S/u);
  expect(Object.getOwnPropertyNames(Object.prototype).length).toBe(bare);
}

fuzz(
  'packs',
  fc
    .record({ sound: fc.constantFrom(...SOUND), changes: edits, damaged: damage })
    .map(({ sound, changes, damaged }) => damaged(mutateText(sound, changes))),
  checkText,
  [
    // Phrases of a grammar that cannot be read: they were first opened on a page.
    ...(['instead', 'aside', 'negation'] as const).map((field) =>
      JSON.stringify({ ...otherPack(), languages: [{ ...ENGLISH, [field]: ['-'] }] }),
    ),
    // No grammar at all: what is missing was first asked for on a page.
    JSON.stringify({ ...otherPack(), languages: [] }),
  ],
);

/** An envelope in form, whose signature cannot hold. */
const ENVELOPE = JSON.stringify({
  format: 'dalel-signed-pack',
  version: 1,
  payload: btoa(JSON.stringify(otherPack())),
  signatures: [{ key: btoa('k'.repeat(32)), signature: btoa('s'.repeat(64)) }],
});

fuzz(
  'pack files',
  fc
    .record({ changes: edits, damaged: damage, isPacked: fc.boolean(), flip: fc.nat(), by: fc.nat(255) })
    .map(({ changes, damaged, isPacked, flip, by }) => {
      const text = damaged(mutateText(ENVELOPE, changes));
      const bytes = isPacked ? new Uint8Array(gzipSync(text, { level: 1 })) : new TextEncoder().encode(text);
      return bytes.map((byte, at) => (at === flip % bytes.length ? byte ^ by : byte));
    }),
  async (bytes) => {
    const unpacked = await unpack(bytes);
    if (!unpacked.ok) {
      expect(describePackFault(unpacked.fault)).toMatch(/\S/u);
      return;
    }
    const opened = await openEnvelope(unpacked.text);
    if (!opened.ok) expect(describePackFault(opened.fault)).toMatch(/\S/u);
    // Without a signature that holds nobody vouches for it.
    else expect(opened.keys).toEqual([]);
  },
);

const REVIEW = {
  '@type': 'ClaimReview',
  url: 'https://desk.example/reviews/1',
  claimReviewed: 'Orvelia received twelve patrol boats from Tukana in March',
  author: { '@type': 'Organization', name: 'Lake Desk' },
  reviewRating: { '@type': 'Rating', ratingValue: 1, bestRating: 5, worstRating: 1, alternateName: 'Wrong' },
  datePublished: '2026-03-04',
  inLanguage: 'en',
  name: 'Did the boats come?',
};
const FEED = JSON.stringify({ '@type': 'DataFeed', dataFeedElement: [{ item: REVIEW }, REVIEW] });
const HEADER = { id: 'desk', title: 'Desk', date: DAY, editor: 'Desk', licence: 'CC0-1.0', revision: 1 };

fuzz(
  'feeds of reviews',
  fc.record({ changes: edits, words: nastyText }).map(({ changes, words }) => {
    const feed = mutate(FEED, changes);
    return [feed, { ...REVIEW, claimReviewed: `${REVIEW.claimReviewed} ${words}` }];
  }),
  ([feed, more]) => {
    for (const given of [feed, [more]]) {
      const { pack } = convertFeed(given, HEADER, [ENGLISH]);
      // What is made of a feed is a pack that a reader can load.
      if (pack !== null) expect(checkPack(JSON.stringify(pack), DAY)).toMatchObject({ ok: true });
    }
  },
  // Days that are in no calendar.
  ['2024-13-01', '2024-02-30T10:00:00Z'].map((datePublished) => [{ ...REVIEW, datePublished }, REVIEW]),
);
