/**
 * The protocol's requests as they are checked on arrival: shape, greatest size on the wire, and who may send them.
 * Every verb has its row; the types hold this table and the protocol together. Background only.
 */
import * as v from 'valibot';
import { SOURCE_KINDS } from '../engine/pack/schema';
import { partialSettingsSchema } from '../settings/check';
import { MAX_TEXT_BYTES } from '../packs/unpack';
import { reportSchema } from '../reports/check';
import { MOST_REPORTS } from '../reports/limits';
import { MOST_ASKED_LENGTH, MOST_CLAIMS, MOST_FOUND_LENGTH } from './fit';
import type { Protocol } from './protocol';
import type { Verb } from './call';

export interface RequestRule<V extends Verb> {
  readonly schema: v.GenericSchema<unknown, Protocol[V]['request']>;
  /** UTF-16 units of the request as JSON. */
  readonly maxLength: number;
  readonly from: Protocol[V]['from'];
}

const SMALL = 400;
const LARGE = 256_000;
/** As much as a file of everything may hold. */
const WHOLE_FILE = 20_000_000;

/** Ids of loaded packs stand behind the pack's own. */
const id = v.pipe(v.string(), v.minLength(1), v.maxLength(200));
const words = (max: number) => v.pipe(v.string(), v.maxLength(max));
const count = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(100_000));
const tabId = v.pipe(v.number(), v.integer(), v.minValue(0));
/** A part of a list. */
const part = v.strictObject({ from: count, count: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(2000)) });
const nothing = v.strictObject({});
const isOn = v.boolean();

export const REQUESTS: { readonly [V in Verb]: RequestRule<V> } = {
  knock: { schema: nothing, maxLength: SMALL, from: 'page' },
  'claims/for-page': {
    schema: v.strictObject({ ids: v.pipe(v.array(id), v.maxLength(MOST_CLAIMS)) }),
    maxLength: MOST_ASKED_LENGTH,
    from: 'page',
  },
  'page/found': {
    schema: v.strictObject({
      counts: v.pipe(v.array(v.tuple([id, count])), v.maxLength(MOST_CLAIMS)),
      capped: v.pipe(v.array(v.picklist(['marks', 'text', 'time', 'fought', 'failed', 'claims'])), v.maxLength(6)),
    }),
    // Counts and claim ids only.
    maxLength: MOST_FOUND_LENGTH,
    from: 'page',
  },
  open: {
    schema: v.variant('page', [
      v.strictObject({ page: v.literal('database'), claim: v.nullable(id) }),
      v.strictObject({
        page: v.literal('report'),
        claim: id,
        about: v.picklist(['wrong-mark', 'missing-statement']),
        quote: v.strictObject({ exact: words(2000), prefix: words(200), suffix: words(200) }),
      }),
    ]),
    maxLength: 6000,
    from: 'page',
  },
  'tab/state': { schema: v.strictObject({ tabId }), maxLength: SMALL, from: 'extension' },
  'tab/findings': { schema: v.strictObject({ tabId }), maxLength: SMALL, from: 'extension' },
  'tab/show': { schema: v.strictObject({ tabId, claim: id, nth: count }), maxLength: SMALL, from: 'extension' },
  'site/set': {
    schema: v.strictObject({ host: v.pipe(v.string(), v.minLength(1), v.maxLength(255)), on: isOn }),
    maxLength: SMALL,
    from: 'extension',
  },
  'source/set': { schema: v.strictObject({ source: id, on: isOn }), maxLength: SMALL, from: 'extension' },
  'source-kind/set': {
    schema: v.strictObject({ kind: v.picklist(SOURCE_KINDS), on: isOn }),
    maxLength: SMALL,
    from: 'extension',
  },
  'claim/mute': { schema: v.strictObject({ id, muted: v.boolean() }), maxLength: SMALL, from: 'extension' },
  'settings/get': { schema: nothing, maxLength: SMALL, from: 'extension' },
  'settings/set': { schema: v.strictObject({ settings: partialSettingsSchema }), maxLength: LARGE, from: 'extension' },
  'sources/list': { schema: nothing, maxLength: SMALL, from: 'extension' },
  'claims/get': { schema: v.strictObject({ id }), maxLength: SMALL, from: 'extension' },
  'rows/list': { schema: part, maxLength: SMALL, from: 'extension' },
  'rows/texts': { schema: part, maxLength: SMALL, from: 'extension' },
  'speakers/list': { schema: nothing, maxLength: SMALL, from: 'extension' },
  'speakers/get': { schema: v.strictObject({ id }), maxLength: SMALL, from: 'extension' },
  'sources/get': { schema: v.strictObject({ id }), maxLength: SMALL, from: 'extension' },
  'sample/hand-over': { schema: nothing, maxLength: SMALL, from: 'extension' },
  'sample/cards': {
    schema: v.strictObject({ ids: v.pipe(v.array(id), v.maxLength(100)) }),
    maxLength: 8000,
    from: 'extension',
  },
  'packs/list': { schema: nothing, maxLength: SMALL, from: 'extension' },
  'packs/load': {
    schema: v.strictObject({ text: v.string(), from: words(200) }),
    // As JSON within JSON, where every quote takes a second character.
    maxLength: 2 * MAX_TEXT_BYTES,
    from: 'extension',
  },
  'packs/set': { schema: v.strictObject({ id, on: isOn }), maxLength: SMALL, from: 'extension' },
  'packs/move': { schema: v.strictObject({ id, by: v.picklist([-1, 1]) }), maxLength: SMALL, from: 'extension' },
  'packs/undo': { schema: v.strictObject({ id }), maxLength: SMALL, from: 'extension' },
  'packs/remove': { schema: v.strictObject({ id }), maxLength: SMALL, from: 'extension' },
  'subscriptions/add': { schema: v.strictObject({ address: words(500) }), maxLength: 1200, from: 'extension' },
  'subscriptions/take': { schema: v.strictObject({ id }), maxLength: SMALL, from: 'extension' },
  'subscriptions/leave': { schema: v.strictObject({ id }), maxLength: SMALL, from: 'extension' },
  'subscriptions/update': { schema: v.strictObject({ id }), maxLength: SMALL, from: 'extension' },
  'reports/draft': { schema: v.strictObject({ key: id }), maxLength: SMALL, from: 'extension' },
  'reports/save': { schema: v.strictObject({ report: reportSchema }), maxLength: LARGE, from: 'extension' },
  'reports/list': { schema: nothing, maxLength: SMALL, from: 'extension' },
  'reports/start': { schema: v.strictObject({ tabId }), maxLength: SMALL, from: 'extension' },
  'reports/preview': {
    schema: v.strictObject({ report: reportSchema, texts: v.pipe(v.array(words(24_000)), v.maxLength(4)) }),
    maxLength: LARGE,
    from: 'extension',
  },
  'reports/nearest': {
    schema: v.strictObject({ text: words(24_000), lang: v.nullable(words(40)) }),
    maxLength: 64_000,
    from: 'extension',
  },
  'reports/delete': { schema: v.strictObject({ id }), maxLength: SMALL, from: 'extension' },
  'reports/import': {
    schema: v.strictObject({ reports: v.pipe(v.array(v.unknown()), v.maxLength(MOST_REPORTS)) }),
    maxLength: WHOLE_FILE,
    from: 'extension',
  },
  'store/state': { schema: nothing, maxLength: SMALL, from: 'extension' },
  'store/noticed': { schema: nothing, maxLength: SMALL, from: 'extension' },
  'store/renew': { schema: nothing, maxLength: SMALL, from: 'extension' },
};
