/** Which mentions count where several share words. */
import type { Mention } from './lexicon';

/** "Kazakhstan Engineering" hides the "Kazakhstan" in it: of two of one kind the longer counts, at equal length the first. */
export function withoutCovered(mentions: readonly Mention[]): Mention[] {
  const longest = mentions.reduce((most, m) => Math.max(most, m.to - m.from), 0);
  return mentions.filter((m, i) => {
    // Mentions stand in the order of their first token, so only neighbours can cover one.
    for (let j = i - 1; j >= 0; j--) {
      const other = mentions[j];
      if (other === undefined || other.from < m.from - longest) break;
      if (hides(other, m) || (other.concept === m.concept && other.from === m.from && other.to === m.to)) return false;
    }
    for (let j = i + 1; j < mentions.length; j++) {
      const other = mentions[j];
      if (other === undefined || other.from > m.from) break;
      if (hides(other, m)) return false;
    }
    return true;
  });
}

function hides(other: Mention, m: Mention): boolean {
  if (other.concept.kind !== m.concept.kind || other.from > m.from || other.to < m.to) return false;
  return other.to - other.from > m.to - m.from;
}
