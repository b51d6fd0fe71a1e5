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
      if (hides(other, m) || (isSame(other, m) && other.tag === m.tag && other.lang === m.lang)) return false;
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

/**
 * The mentions of a sentence in this language: a word that the language knows is not what another would take it for
 * (German "Pläne" and English "plane", a French adjective and an English noun); of one meaning the first counts.
 */
export function ofLanguage(mentions: readonly Mention[], language: string): Mention[] {
  const own = mentions.filter((m) => m.lang === language);
  const isHidden = (m: Mention): boolean =>
    own.some((o) => (m.concept.kind === 'party' ? isSame(o, m) : o.from <= m.from && o.to >= m.to));
  const heard = mentions.filter((m) => m.lang === language || m.lang === 'any' || !isHidden(m));
  return heard.filter((m, i) => !heard.slice(0, i).some((other) => isSame(other, m)));
}

function isSame(a: Mention, b: Mention): boolean {
  return a.concept === b.concept && a.from === b.from && a.to === b.to;
}
