/**
 * Reader: one block of text to findings, and the context that the next block receives. Pure: the same data, block
 * and context give the same reading. Fails only on bad data (`openIndexedReader`), never on a page's text.
 */
import { findNumbers } from './figures/numbers';
import { openAnchorWords } from './gate/anchor-words';
import { makeGate, type Gate } from './gate/gate';
import { buildIndex } from './index/build';
import { openIndex } from './index/open';
import { ofLanguage } from './lexicon/covered';
import { openLexiconOf, type Mention } from './lexicon/lexicon';
import { afterSentence, EMPTY_CONTEXT, hasAnchor, withTitle } from './match/context';
import { findInSentence, openFrames, type Frames } from './match/find';
import type { Grammar } from './match/grammar';
import { makeSentence, type Sentence } from './match/sentence';
import { openLanguageTest, type LanguageTest } from './text/language';
import { toEnd, type Steps } from './steps';
import { sentences } from './text/sentences';
import { tokenize, type Token } from './text/tokens';
import type { Block, ClaimId, Context, Finding, Reader, Reading, ReadingData } from './types';

export { EMPTY_CONTEXT, sameContext } from './match/context';

/** Below this a finding is not shown at the normal setting. */
export const NORMAL_CONFIDENCE = 0.6;

/** Marks as tokens have them: `…` is three dots in one. */
const ENDS_SENTENCE = /^[.!?]+$/u;

/** How many sentences a text has that is read no further, about: marks that stand together ("?!", "...") end one. */
function countEnds(tokens: readonly Token[]): number {
  let count = 0;
  let end = -1;
  for (const token of tokens) {
    if (token.kind !== 'mark' || !ENDS_SENTENCE.test(token.key)) continue;
    if (token.start !== end) count++;
    end = token.end;
  }
  return Math.max(1, count);
}

/** Opens the bytes that `buildIndex` made; throws where they are none. */
export function openIndexedReader(bytes: Uint8Array): Reader {
  const index = openIndex(bytes);
  const lexicon = openLexiconOf(index.sections, index.kinds, index.concepts);
  const frames = openFrames(index);
  const hasAnchorWord = openAnchorWords(index.sections);
  let gate: Gate | null | undefined;
  /** Made when first asked for: the patterns are long. */
  const gateOf = (): Gate | null => {
    if (gate !== undefined) return gate;
    const sources = index.gate();
    return (gate = sources === null ? null : makeGate(sources));
  };
  const mayName = (text: string): boolean => gateOf()?.test(text) ?? hasAnchorWord(text);
  let languageTest: LanguageTest | null = null;

  function* grammarOf(tokens: readonly Token[], named: readonly string[], hint: string | undefined): Steps<Grammar> {
    const speech = index.speech();
    languageTest ??= openLanguageTest(speech);
    yield null;
    const language = languageTest.decide(tokens, named, hint);
    yield null;
    return index.grammar(speech.indexOf(language));
  }

  /** The sentences of a block, and null where it pauses before the first. */
  function* prepare(
    block: Block,
    tokens: readonly Token[],
    mentions: readonly Mention[],
  ): Generator<Sentence | null, void, undefined> {
    if (tokens.length === 0) return;
    const named = mentions.map((mention) => mention.lang);
    const grammar = yield* grammarOf(tokens, named, block.lang);
    yield null;
    let at = 0;
    for (const { first, part } of cut(tokens, sentences(block.text, grammar.language))) {
      const end = first + part.length;
      const here: Mention[] = [];
      for (let m = mentions[at]; m !== undefined && m.from < end; m = mentions[++at]) {
        if (m.to <= end) here.push({ ...m, from: m.from - first, to: m.to - first });
      }
      yield makeSentence(
        block.text,
        part,
        ofLanguage(here, grammar.language.id),
        findNumbers(part, grammar.numbers),
        grammar,
      );
    }
  }

  const work = { blocks: 0, tokens: 0, frames: 0 };
  const counted: Frames = {
    ...frames,
    *candidates(names) {
      for (const row of frames.candidates(names)) {
        work.frames++;
        yield row;
      }
    },
  };

  function* readSteps(block: Block, context: Context): Steps<Reading> {
    const tokens = tokenize(block.text);
    work.blocks++;
    work.tokens += tokens.length;
    yield null;
    const mentions = lexicon.find(tokens, block.text);
    // Every frame has a role that only an anchor fills: without one here or before, nothing can be found.
    if (
      block.kind !== 'title' &&
      !hasAnchor(context, index.isAnchor) &&
      !mentions.some((m) => index.isAnchor(m.concept.id))
    ) {
      const told = { text: block.text, tokens, mentions };
      return { findings: [], context: afterSentence(context, told, countEnds(tokens)) };
    }
    const findings: Finding[] = [];
    let now = block.kind === 'title' ? withTitle(context, { text: block.text, tokens, mentions }) : context;
    yield null;
    for (const sentence of prepare(block, tokens, mentions)) {
      yield null;
      if (sentence === null) continue;
      const found = yield* findInSentence(sentence, now, counted, lexicon);
      findings.push(...found);
      now = afterSentence(now, { ...sentence, claims: surestFirst(found) });
    }
    return { findings, context: now };
  }

  return {
    work,
    get gate() {
      return gateOf();
    },
    mayName,
    isSilent: (block, context) => block.kind !== 'title' && !hasAnchor(context, index.isAnchor) && !mayName(block.text),
    read: (block, context) => toEnd(readSteps(block, context)),
    readSteps,
  };
}

/** For whoever has no index: builds it and opens it. Throws where a form cannot be read. */
export function openReader(data: ReadingData): Reader {
  return openIndexedReader(buildIndex(data));
}

/** What the sentences after are taken to be about first. */
const surestFirst = (findings: readonly Finding[]): readonly ClaimId[] =>
  findings.toSorted((a, b) => b.confidence - a.confidence).map(({ claim }) => claim);

/** Reads blocks in order, each with the context that the one before left. */
export function check(reader: Pick<Reader, 'read'>, blocks: Iterable<Block>): Reading[] {
  const readings: Reading[] = [];
  let context = EMPTY_CONTEXT;
  for (const block of blocks) {
    const reading = reader.read(block, context);
    readings.push(reading);
    context = reading.context;
  }
  return readings;
}

/** Words of a sentence are weighed against each other; one that goes on for longer than people write is cut. */
const MOST_TOKENS = 200;

/** The tokens of each span, and the ordinal of the first of them; spans without a token are left out. */
function cut(
  tokens: readonly Token[],
  spans: readonly { readonly end: number }[],
): { readonly first: number; readonly part: readonly Token[] }[] {
  const parts: { first: number; part: readonly Token[] }[] = [];
  let first = 0;
  for (const span of spans) {
    let next = first;
    while (next < tokens.length && (tokens[next]?.start ?? 0) < span.end) next++;
    for (; first < next; first += MOST_TOKENS) {
      parts.push({ first, part: tokens.slice(first, Math.min(next, first + MOST_TOKENS)) });
    }
    first = next;
  }
  return parts;
}
