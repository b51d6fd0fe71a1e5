/**
 * Reader: one block of text to findings, and the context that the next block receives. Pure: the same data, block
 * and context give the same reading. Fails only on bad data (`openReader`), never on a page's text.
 */
import { findNumbers, openNumberWords } from './figures/numbers';
import { openLexicon, type Mention } from './lexicon/lexicon';
import { anchorConcepts } from './gate/anchors';
import { afterSentence, EMPTY_CONTEXT, hasAnchor, withTitle } from './match/context';
import { findInSentence, openFrames } from './match/find';
import { openGrammar, type Grammar } from './match/grammar';
import { makeSentence, type Sentence } from './match/sentence';
import { openLanguageTest } from './text/language';
import { sentences } from './text/sentences';
import { tokenize, type Token } from './text/tokens';
import type { Block, Context, Finding, Reader, Reading, ReadingData } from './types';

export { EMPTY_CONTEXT, sameContext } from './match/context';

/** Below this a finding is not shown at the normal setting. */
export const NORMAL_CONFIDENCE = 0.6;

const ENDS_SENTENCE: ReadonlySet<string> = new Set(['.', '!', '?', '…']);

export function openReader(data: ReadingData): Reader {
  const lexicon = openLexicon(data.concepts, data.languages);
  const numberWords = openNumberWords(data.languages);
  const languageTest = openLanguageTest(data.languages);
  const grammars = new Map(data.languages.map((language) => [language.id, openGrammar(language)]));
  const anchors = new Set(anchorConcepts(data.concepts).map((concept) => concept.id));
  const frames = openFrames(data.claims, anchors);

  const prepare = (block: Block, tokens: readonly Token[], mentions: readonly Mention[]): Sentence[] => {
    if (tokens.length === 0) return [];
    const named = mentions.map((mention) => mention.lang);
    const language = languageTest.decide(tokens, named, block.lang);
    const grammar = grammars.get(language.id) as Grammar; // Every language of the data has one.
    let at = 0;
    return cut(tokens, sentences(block.text, language)).map(({ first, part }) => {
      const end = first + part.length;
      const here: Mention[] = [];
      for (let m = mentions[at]; m !== undefined && m.from < end; m = mentions[++at]) {
        if (m.to <= end) here.push({ ...m, from: m.from - first, to: m.to - first });
      }
      return makeSentence(block.text, part, here, findNumbers(part, numberWords), grammar);
    });
  };

  return {
    read(block: Block, context: Context): Reading {
      const tokens = tokenize(block.text);
      const mentions = lexicon.find(tokens, block.text);
      // Every frame has a role that only an anchor fills: without one here or before, nothing can be found.
      if (block.kind !== 'title' && !hasAnchor(context, anchors) && !mentions.some((m) => anchors.has(m.concept.id))) {
        const count = Math.max(1, tokens.filter((t) => t.kind === 'mark' && ENDS_SENTENCE.has(t.key)).length);
        return { findings: [], context: afterSentence(context, { text: block.text, tokens, mentions }, count) };
      }
      const prepared = prepare(block, tokens, mentions);
      const findings: Finding[] = [];
      let now = block.kind === 'title' ? withTitle(context, { text: block.text, tokens, mentions }) : context;
      for (const sentence of prepared) {
        const found = findInSentence(sentence, now, frames, lexicon);
        findings.push(...found);
        now = afterSentence(now, { ...sentence, claims: found.map(({ claim }) => claim) });
      }
      return { findings, context: now };
    },
  };
}

/** Reads blocks in order, each with the context that the one before left. */
export function check(reader: Reader, blocks: Iterable<Block>): Reading[] {
  const readings: Reading[] = [];
  let context = EMPTY_CONTEXT;
  for (const block of blocks) {
    const reading = reader.read(block, context);
    readings.push(reading);
    context = reading.context;
  }
  return readings;
}

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
    if (next > first) parts.push({ first, part: tokens.slice(first, next) });
    first = next;
  }
  return parts;
}
