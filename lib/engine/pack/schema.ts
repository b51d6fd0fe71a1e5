/**
 * The exchanged pack: one JSON document that is checked, exported, loaded and signed. Text only: no pattern, style, markup
 * or image address can be expressed in it. What comes from outside is checked with `packSchema` first.
 */
import * as v from 'valibot';
import { fullDate, id, lang, nameOrWords, partialDate, text, webAddress, words } from './fields';

export const PACK_FORMAT = 'dalel-pack';
export const PACK_VERSION = 1;

export const STATEMENT_KINDS = ['denial', 'doubt', 'support', 'confirmation', 'report', 'comment'] as const;
export const SPEAKER_CLASSES = ['official', 'expert', 'maker', 'outlet'] as const;
export const SOURCE_KINDS = [
  'official',
  'state-media',
  'independent-media',
  'wire',
  'think-tank',
  'aggregator',
  'blog',
] as const;
/** The procurement ladder, lowest first. */
export const RUNGS = [
  'interest',
  'talks',
  'memorandum',
  'contract',
  'paid',
  'delivered',
  'in-service',
  'retired',
  'auctioned',
] as const;
export const STANCES = ['asserts', 'reports', 'doubts', 'denies', 'asks'] as const;
export const TOPICS = [
  'air-defence',
  'aircraft',
  'armour',
  'disposal',
  'drones',
  'export-policy',
  'munitions',
  'naval',
  'other',
  'ranking',
] as const;

const speaker = v.strictObject({
  id,
  name: words(160),
  class: v.picklist(SPEAKER_CLASSES),
  /** The usual office; a statement may give the one held at the time. */
  office: v.optional(words(240)),
});

const source = v.strictObject({
  id,
  name: text(120),
  kind: v.picklist(SOURCE_KINDS),
  country: v.optional(v.pipe(v.string(), v.regex(/^[A-Z]{2}$/, 'Expected a two-letter country code'))),
  lang: v.optional(lang),
});

const document = v.strictObject({
  id,
  source: id,
  title: v.optional(text(400)),
  url: v.optional(webAddress),
  date: v.optional(partialDate),
  lang: v.optional(lang),
  archive: v.optional(webAddress),
});

const statement = v.strictObject({
  /** Unique within its claim. */
  id,
  kind: v.picklist(STATEMENT_KINDS),
  speaker: id,
  office: v.optional(words(240)),
  date: v.optional(partialDate),
  scope: v.optional(words(300)),
  summary: words(600),
  /** Only where the speaker reviewed this very claim and published a verdict: that verdict, in the speaker's own words. */
  verdict: v.optional(text(60)),
  documents: v.pipe(v.array(id), v.minLength(1)),
  /** The id of an earlier statement of the same claim that this one takes the place of. */
  replaces: v.optional(id),
});

const contradiction = v.strictObject({
  point: words(240),
  versions: v.pipe(
    v.array(v.strictObject({ value: words(400), documents: v.pipe(v.array(id), v.minLength(1)) })),
    v.minLength(2),
  ),
  note: v.optional(words(600)),
});

/** Concept ids, or `#81`, `#80-89` for a number of that value in figures or words. */
const filler = v.pipe(
  v.string(),
  v.regex(
    /^(?:[a-z0-9]+(?:-[a-z0-9]+)*|#\d+(?:\.\d+)?(?:-\d+(?:\.\d+)?)?)$/,
    'Expected a concept id or a number as #81 or #80-89',
  ),
);
const roleName = v.picklist([
  'action',
  'object',
  'giver',
  'receiver',
  'party',
  'count',
  'topic',
  'cue',
  'place',
  'purpose',
  'other',
]);

const frame = v.strictObject({
  id,
  /** Each role must be filled: in the sentence, or, where `context` lists it, by what was read before. */
  roles: v.record(roleName, v.pipe(v.array(filler), v.minLength(1))),
  /** Roles that raise the confidence and widen the quote where they are filled. */
  optional: v.optional(v.record(roleName, v.pipe(v.array(filler), v.minLength(1)))),
  /** Roles that the headline or the sentences before may fill. */
  context: v.optional(v.array(roleName)),
  /** Roles of `context` that the wording itself calls up ("the tender"): no pronoun has to point back to them. */
  implied: v.optional(v.array(roleName)),
  /** Concepts whose presence in the sentence rules the frame out. */
  without: v.optional(v.array(filler)),
  /** Countries that may stand in the sentence without competing for a role (the maker, an onlooker). */
  beside: v.optional(v.array(filler)),
  /** Two roles that must stand side by side, at most three words apart. */
  near: v.optional(v.tuple([roleName, roleName])),
  /** Roles in the order in which they must stand, where direction shows in nothing else. */
  order: v.optional(v.array(roleName)),
  /** Parties that the words themselves must place (by preposition, case or verb), not just leave possible. */
  settled: v.optional(v.array(roleName)),
  /** The longest run from first to last filled role, in tokens; 24 unless told. */
  within: v.optional(v.pipe(v.number(), v.integer(), v.minValue(2), v.maxValue(60))),
  /** True where the action must be negated ("does not export"), so that the negation says the claim. */
  negated: v.optional(v.boolean()),
  /** The claim itself refutes another story: a denial in another clause is of that story, not of the claim. */
  refutes: v.optional(v.boolean()),
  /** What these words say of the claim when told plainly: it, or the opposite ("no foreign firm could bid"). */
  says: v.optional(v.picklist(['claim', 'opposite', 'doubt', 'question'])),
  /** How sure the wording alone is, 0 to 1; 0.9 unless told. */
  weight: v.optional(v.pipe(v.number(), v.minValue(0.1), v.maxValue(1))),
});

const fixture = v.strictObject({
  lang,
  text: text(600),
  /** Sentences or a headline that stood before, where the fixture needs them. */
  before: v.optional(v.array(text(400))),
  stance: v.optional(v.picklist(STANCES)),
  /** Hard negatives only: the one thing in which it differs from a positive. */
  differs: v.optional(v.picklist(['country', 'direction', 'object', 'figure', 'time'])),
});

const claim = v.strictObject({
  id,
  topic: v.picklist(TOPICS),
  proposition: words(300),
  slots: v.optional(
    v.strictObject({
      buyer: v.optional(words(120)),
      seller: v.optional(words(120)),
      platform: v.optional(v.strictObject({ name: nameOrWords(120), variants: v.optional(v.array(text(80))) })),
      quantity: v.optional(v.strictObject({ count: v.number(), of: v.optional(v.number()) })),
      value: v.optional(nameOrWords(160)),
      date: v.optional(partialDate),
    }),
  ),
  rung: v.optional(v.picklist(RUNGS)),
  firstReport: v.optional(v.strictObject({ date: v.optional(partialDate), by: words(240) })),
  /** Who repeats whom: each row names a teller and the teller it relies on; the origin repeats nobody. */
  lineage: v.optional(
    v.array(v.strictObject({ teller: text(120), document: v.optional(id), repeats: v.optional(v.array(text(120))) })),
  ),
  statements: v.pipe(v.array(statement), v.minLength(1)),
  contradictions: v.optional(v.array(contradiction)),
  frames: v.pipe(v.array(frame), v.minLength(1)),
  fixtures: v.strictObject({ positive: v.array(fixture), negative: v.array(fixture) }),
  supersededBy: v.optional(id),
  history: v.pipe(v.array(v.strictObject({ date: fullDate, what: words(300), why: words(300) })), v.minLength(1)),
});

/** One spelling. Notation in `form`: see lib/claims/README.md. */
const concept = v.strictObject({
  id,
  kind: v.picklist(['party', 'action', 'object', 'cue']),
  /** Actions only: the subject gets (`in`), gives (`out`), or neither. */
  flow: v.optional(v.picklist(['in', 'out'])),
  /** Parties only: a state or bloc; one in a role rules out another in the same role. */
  country: v.optional(v.boolean()),
  /** A concept that this one stands for as well: `kazspetsexport` is `kazakhstan`. */
  is: v.optional(v.array(id)),
  /** Its forms, or those of a concept that is it, open the gate. */
  anchor: v.optional(v.boolean()),
  /** By language; `any` holds names that every language writes alike. */
  forms: v.record(v.union([lang, v.literal('any')]), v.pipe(v.array(text(120)), v.minLength(1))),
});

const language = v.strictObject({
  id: lang,
  /** Endings that `stem+` may take, the empty one included where the bare stem is a word. */
  endings: v.array(v.string()),
  /** Letters that this language writes and its neighbours do not, in one string. */
  letters: v.string(),
  /** Letters of which any sentence of it has one: without them a text is hardly in it. */
  usual: v.optional(v.string(), ''),
  /** Function words that tell the language of a block. */
  words: v.array(text(40)),
  /** Words before a party that say its part: `from`, `to`, `by`, `of`, `in`, `with`. */
  markers: v.strictObject({
    from: v.array(text(60)),
    to: v.array(text(60)),
    by: v.array(text(60)),
    of: v.array(text(60)),
    in: v.array(text(60)),
    /** Where the same word says "into" and "in" (Russian "в"): who gets of a giving, who gives of a getting. */
    at: v.array(text(60)),
    with: v.array(text(60)),
    /** Where one word says the doer of a passive and the origin (German "von"). */
    fromBy: v.optional(v.array(text(60)), []),
    /** Words that put a party outside the matter ("unlike X", "X's neighbour"); two words where one is not enough. */
    beside: v.optional(v.array(text(60)), []),
  }),
  /** `v2`: the verb stands second or last, so the first bare name is its subject, also right after it. */
  order: v.optional(v.picklist(['svo', 'v2']), 'svo'),
  /** Whether a bare name after a giving can be who gets ("sold the US jets"); else it is the subject, come late. */
  bareReceiver: v.optional(v.boolean(), true),
  /** Words after which stands what was passed over ("rather than the Rafale"). */
  instead: v.optional(v.array(text(40)), []),
  /** Words that open a relative clause: what it names is not that of a doing outside it. */
  relative: v.optional(v.array(text(40)), []),
  /** What a nationality may belong to without the state taking part ("Russian news site", "Russia's ally"). */
  aside: v.optional(v.array(text(40)), []),
  /** Words that make the participle after them passive. */
  passive: v.array(text(60)),
  /** Words that negate the verb after them. */
  negation: v.array(text(60)),
  /** Whether verbs are negated by an ending, so that `negation` lists negated verbs too. */
  suffixNegation: v.optional(v.boolean(), false),
  /** There, endings of a doing that say it is not done ("almayacak", "сатпайды"). */
  negativeEndings: v.optional(v.array(text(20)), []),
  /** Phrases that hold a negation or a cue and say nothing of it ("not only", "no doubt", "not ruled out"). */
  affirming: v.optional(v.array(text(60)), []),
  /** Verbs that undo what they govern ("refused to", "gave up"): a negation before one cancels both. */
  undoing: v.optional(v.array(text(60)), []),
  /** Endings of the infinitive, where it may stand first and be negated later ("Покупать … не будет"). */
  infinitives: v.optional(v.array(text(20)), []),
  /** Words that negate a whole statement from its start or its object ("no aircraft was sold"). */
  none: v.array(text(60)),
  cues: v.strictObject({
    deny: v.array(text(80)),
    doubt: v.array(text(80)),
    /** Words of proof and confirmation: a doubt where they are negated ("no proof that", "доказательств … нет"). */
    proof: v.optional(v.array(text(80)), []),
    /** Participles of denial, which reach only what stands after them ("…, denying the reports"). */
    denying: v.optional(v.array(text(80)), []),
    /** What calls all that was told before untrue: "false", "a lie", "was denied". */
    untrue: v.optional(v.array(text(80)), []),
    /** Verbs of denial whose object is what was told before: "denied (it)". */
    refute: v.optional(v.array(text(80)), []),
    /** What says that nothing proves what was told before: "not been confirmed", "no evidence". */
    unproven: v.optional(v.array(text(80)), []),
    /** Words that open a condition: "if". */
    condition: v.optional(v.array(text(80)), []),
    ask: v.array(text(80)),
    report: v.array(text(80)),
    /** Words that end the scope of a cue before them, and begin that of one after them. */
    but: v.array(text(80)),
  }),
  /** Pronouns and other words that may stand for what was named before. */
  pronouns: v.array(text(40)),
  /** Phrases that point back to a thing or a matter named before: "these aircraft", "the second one", "this issue". */
  pointing: v.optional(v.array(text(60)), []),
  /** Phrases for what was told before, as a denial names it: "this information", "the rumours". */
  messages: v.optional(v.array(text(60)), []),
  /** Words that stand for all that was told before: "this", "that", "all of it". */
  told: v.optional(v.array(text(60)), []),
  /** Words that may stand in or behind a denial and add nothing to what it denies: "simply", "outright", "on" a day. */
  adverbs: v.optional(v.array(text(60)), []),
  /** Words that say that another thing is meant than the one named before. */
  other: v.array(text(40)),
  /** Articles and words in their place; none where cases do their work. */
  articles: v.array(text(20)),
  /** Words that join two parties into one part ("Kazakhstan and Uzbekistan"). */
  and: v.array(text(20)),
  /** Of those, the words that say "or": a negation goes on behind them. */
  or: v.optional(v.array(text(20)), []),
  /** Words for numbers; `hundred`, `thousand` and greater multiply what stands before them. */
  numbers: v.record(text(40), v.number()),
  /** Words between the ends of a range ("80 to 90"). */
  ranges: v.array(text(20)),
  /** Words right before or after a number that say where it may lie: "over 80", "fast 80", "80-нен астам". */
  bounds: v.strictObject({ over: v.array(text(40)), under: v.array(text(40)), about: v.array(text(40)) }),
  /** Signs and names of money by ISO 4217 code, in lower case. */
  currencies: v.record(text(3), v.array(text(40))),
  /** Abbreviations after which a full stop ends no sentence, without the stop. */
  abbreviations: v.array(text(20)),
});

const header = v.strictObject({
  id,
  title: words(120),
  /** Counts up with every publication; a lower one never replaces a higher one. */
  revision: v.pipe(v.number(), v.integer(), v.minValue(1)),
  date: fullDate,
  languages: v.array(lang),
  licence: text(80),
  editor: text(160),
  homepage: v.optional(webAddress),
  counts: v.strictObject({
    claims: v.number(),
    statements: v.number(),
    sources: v.number(),
    documents: v.number(),
    speakers: v.number(),
  }),
  /** Shares from 0 to 1, as the editor measured them, and on what. */
  measured: v.optional(
    v.strictObject({
      precision: v.pipe(v.number(), v.minValue(0), v.maxValue(1)),
      recall: v.pipe(v.number(), v.minValue(0), v.maxValue(1)),
      on: nameOrWords(160),
    }),
  ),
  expires: v.optional(fullDate),
  update: v.optional(webAddress),
  key: v.optional(text(200)),
  /** Name of the signed list of withdrawn claims, a file beside the pack where it is published. */
  retractions: v.optional(
    v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-][A-Za-z0-9._-]{0,79}$/u, 'Expected the name of a file')),
  ),
});

export const packSchema = v.strictObject({
  format: v.literal(PACK_FORMAT),
  version: v.literal(PACK_VERSION),
  header,
  languages: v.pipe(v.array(language), v.minLength(1, 'Expected at least one language')),
  concepts: v.array(concept),
  speakers: v.array(speaker),
  sources: v.array(source),
  documents: v.array(document),
  claims: v.array(claim),
});

/** Fields that other exchanged files have in common with packs. */
export const shared = { id, fullDate, words, key: text(200) } as const;

/** The parts as they stand in authored files. */
export const authored = { claim, concept, document, language, source, speaker, header } as const;

export type Pack = v.InferOutput<typeof packSchema>;
export type PackHeader = Pack['header'];
export type Claim = Pack['claims'][number];
export type Statement = Claim['statements'][number];
export type Frame = Claim['frames'][number];
export type RoleName = v.InferOutput<typeof roleName>;
export type Fixture = Claim['fixtures']['positive'][number];
export type Concept = Pack['concepts'][number];
export type Language = Pack['languages'][number];
export type Speaker = Pack['speakers'][number];
export type Source = Pack['sources'][number];
export type SourceDocument = Pack['documents'][number];
export type Words = Claim['proposition'];
export type StatementKind = (typeof STATEMENT_KINDS)[number];
export type SourceKind = (typeof SOURCE_KINDS)[number];
export type SpeakerClass = (typeof SPEAKER_CLASSES)[number];
export type Stance = (typeof STANCES)[number];
export type Rung = (typeof RUNGS)[number];
