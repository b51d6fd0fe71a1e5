/** Sentences of the small pack, made ready as the reader makes them, so that one rule can be tried by itself. */
import { findNumbers } from '../../lib/engine/figures/numbers';
import { ofLanguage } from '../../lib/engine/lexicon/covered';
import { openLexicon, type Lexicon, type Mention } from '../../lib/engine/lexicon/lexicon';
import { endingsOf } from '../../lib/engine/lexicon/phrases';
import { openGrammar } from '../../lib/engine/match/grammar';
import { makeSentence, type Sentence } from '../../lib/engine/match/sentence';
import type { Concept, Language } from '../../lib/engine/pack/schema';
import { tokenize } from '../../lib/engine/text/tokens';
import { ENGLISH, RUSSIAN, SMALL } from './small-pack';

export interface Sentences {
  readonly lexicon: Lexicon;
  make(text: string): Sentence;
}

/** `more` are concepts beside those of the small pack. */
export function openSentences(language: Language = ENGLISH, more: readonly Concept[] = []): Sentences {
  const others = [ENGLISH, RUSSIAN].filter(({ id }) => id !== language.id);
  const lexicon = openLexicon([...SMALL.concepts, ...more], [language, ...others]);
  const grammar = openGrammar(language, endingsOf(language));
  return {
    lexicon,
    make(text) {
      const tokens = tokenize(text);
      const mentions = ofLanguage(lexicon.find(tokens, text), language.id);
      return makeSentence(text, tokens, mentions, findNumbers(tokens, grammar.numbers), grammar);
    },
  };
}

/** The mention of a concept, the first unless told; throws where the sentence has none. */
export function mentionOf({ mentions, text }: Sentence, concept: string, nth = 0): Mention {
  const found = mentions.filter((m) => m.concept.id === concept)[nth];
  if (found === undefined) throw new Error(`"${text}" does not name ${concept} (${nth}).`);
  return found;
}
