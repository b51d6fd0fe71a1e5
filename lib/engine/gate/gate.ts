/**
 * Gate: decides whether a text is worth reading. May let too much through; must never drop a text in which the
 * matcher would find something, so look-alike letters, accents and invisible characters are looked through as well.
 * The sentinel runs it over every page, so it is one native search and nothing else on nearly all of them.
 */
export interface Gate {
  /** Text in reading order, at any length; words may be glued where elements met. Time is linear in it. */
  test(text: string): boolean;
}

/** Sources of two regular expressions, as `gateSources` writes them; an empty one finds nothing. */
export interface GateSources {
  /** Anchors in any case. */
  readonly loose: string;
  /** Those that count in exactly their case. */
  readonly exact: string;
}

/** Cyrillic letters that Latin ones are drawn like, then letters that Unicode does not take apart. */
const FROM = 'авеѕіјкмнорстухһłøđı';
const TO = 'abesijkmhopctyxhlodi';
const MANY: Readonly<Record<string, string>> = { ß: 'ss', æ: 'ae', œ: 'oe' };
const SAME = new RegExp(`[${FROM}ßæœ]`, 'giu');

/**
 * What the plain search is blind to: invisible characters, accents, letters in another form, Latin beside Cyrillic.
 * Without the flag `i`, under which `k` and `s` of every text equal the signs of Kelvin and the long s.
 */
const ODD =
  /[\u00AA\u00AD\u00BA\u00C0-\u036F\u1D00-\u1EFF\u200B-\u200F\u2060\u2071-\u209C\u2100-\u218F\uD835\uFB00-\uFB06\uFE00-\uFE0F\uFEFF\uFF00-\uFFEF]|[A-Za-z][\u0400-\u052F]|[\u0400-\u052F][A-Za-z]/g;

/** Longer than any anchor with an odd character between each two of its letters. */
const REACH = 60;

/** One spelling for all that look the same. The search and the text go through it alike. */
export function plain(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/[\p{M}\p{Cf}]+/gu, '')
    .replace(SAME, (letter) => {
      const lower = letter.toLowerCase();
      const same = MANY[lower] ?? TO[FROM.indexOf(lower)] ?? lower;
      return letter === lower ? same : same.toUpperCase();
    });
}

/** The surroundings of every odd character, so that one accent does not cost the folding of a whole page. */
function oddParts(text: string): string {
  let parts = '';
  let end = 0;
  ODD.lastIndex = 0;
  for (let match = ODD.exec(text); match !== null; match = ODD.exec(text)) {
    const { index } = match;
    const start = Math.max(end, index - REACH);
    if (start > end) parts += ' ';
    end = index + REACH;
    parts += text.slice(start, end);
    // What is odd before the middle of what was just taken has its surroundings in it.
    ODD.lastIndex = index + REACH / 2;
  }
  return parts;
}

const search = ({ loose, exact }: GateSources): ((text: string) => boolean) => {
  const patterns = [loose && new RegExp(loose, 'iu'), exact && new RegExp(exact, 'u')];
  return (text) => patterns.some((pattern) => pattern !== '' && pattern.test(text));
};

/** No word border is asked for, since the texts of neighbouring elements are glued. */
export function makeGate(sources: GateSources): Gate {
  const find = search(sources);
  let findPlain: typeof find | null = null;
  return {
    test(text) {
      if (find(text)) return true;
      const odd = oddParts(text);
      if (odd === '') return false;
      findPlain ??= search({ loose: plain(sources.loose), exact: plain(sources.exact) });
      return findPlain(plain(odd));
    },
  };
}
