/** A sentence made ready for matching: its tokens, what they name, and the numbers in it. */
import type { Token } from '../text/tokens';
import type { Mention } from '../lexicon/lexicon';
import type { NumberMention } from '../figures/numbers';
import type { Grammar } from './grammar';

export interface Sentence {
  readonly text: string;
  readonly tokens: readonly Token[];
  readonly mentions: readonly Mention[];
  readonly numbers: readonly NumberMention[];
  readonly parties: readonly Mention[];
  readonly actions: readonly Mention[];
  readonly grammar: Grammar;
  /** Every concept named here, with all it stands for. */
  readonly names: ReadonlySet<string>;
}

export function makeSentence(
  text: string,
  tokens: readonly Token[],
  mentions: readonly Mention[],
  numbers: readonly NumberMention[],
  grammar: Grammar,
): Sentence {
  const names = new Set<string>();
  for (const mention of mentions) for (const id of mention.means) names.add(id);
  const parties = mentions.filter((m) => m.concept.kind === 'party').sort((a, b) => a.from - b.from);
  const actions = mentions.filter((m) => m.concept.kind === 'action');
  // "C295", "Ground Master 400": the figure is part of a name.
  const counts = numbers.filter(
    (n) => !mentions.some((m) => m.concept.kind === 'object' && m.from < n.from && m.to >= n.to),
  );
  return { text, tokens, mentions, numbers: counts, parties, actions, grammar, names };
}
