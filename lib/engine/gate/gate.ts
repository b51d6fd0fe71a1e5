/**
 * Gate: decides whether a text is worth reading. May let too much through; must never drop a text in which the
 * matcher would find something, so look-alike letters, accents and invisible characters are looked through as well.
 * The sentinel runs it over every page, so it is one native search and nothing else on nearly all of them.
 */
export interface Gate {
  /** Text in reading order, at any length; words may be glued where elements met. */
  test(text: string): boolean;
  /** True where `parts`, which are pieces of `whole`, hold anchors and the rest of it holds none. */
  isOnlyIn(whole: string, parts: readonly string[]): boolean;
}

/** Cyrillic letters and the Latin ones that are drawn alike, then letters that Unicode does not take apart. */
const SAME: ReadonlyMap<string, string> = new Map(
  Object.entries({
    ...{ а: 'a', в: 'b', е: 'e', ѕ: 's', і: 'i', ј: 'j', к: 'k', м: 'm', н: 'h', о: 'o', р: 'p', с: 'c', т: 't' },
    ...{ у: 'y', х: 'x', һ: 'h', А: 'A', В: 'B', Е: 'E', Ѕ: 'S', І: 'I', Ј: 'J', К: 'K', М: 'M', Н: 'H', О: 'O' },
    ...{ Р: 'P', С: 'C', Т: 'T', У: 'Y', Х: 'X', Һ: 'H', ß: 'ss', ẞ: 'SS', ł: 'l', Ł: 'L', ø: 'o', Ø: 'O', đ: 'd' },
    ...{ Đ: 'D', ı: 'i', æ: 'ae', Æ: 'AE', œ: 'oe', Œ: 'OE' },
  }),
);
const SAME_LETTERS = new RegExp(`[${[...SAME.keys()].join('')}]`, 'gu');

/**
 * What the plain search may be blind to: invisible characters, accents, compatibility forms, Latin beside Cyrillic.
 * `й` and `ё` are left out, since every Russian text has them and the plain search knows them.
 */
const ODD =
  /[\p{Cf}\p{M}\u00AA\u00B2\u00B3\u00B9\u00BA\u00C0-\u036F\u1D00-\u1FFF\u2070-\u218F\u2460-\u24FF\uF900-\uFAFF\uFB00-\uFB06\uFE00-\uFE0F\uFF00-\uFFEF\u{1D400}-\u{1D7FF}\u{1F100}-\u{1F1FF}]|[a-z][\u0400-\u052F]|[\u0400-\u052F][a-z]/iu;

/** One spelling for all that look the same. Anchors and text go through it alike. */
export function plain(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/[\p{M}\p{Cf}]+/gu, '')
    .replace(SAME_LETTERS, (letter) => SAME.get(letter) ?? letter);
}

const escape = (literal: string): string => literal.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&');

interface Search {
  test(text: string): boolean;
  count(text: string): number;
}

function openSearch(anchors: readonly string[], shape: (literal: string) => string): Search {
  const loose = anchors.filter((anchor) => !anchor.startsWith('=')).map((anchor) => escape(shape(anchor)));
  const exact = anchors.filter((anchor) => anchor.startsWith('=')).map((anchor) => escape(shape(anchor.slice(1))));
  const patterns = [
    ...(loose.length === 0 ? [] : [new RegExp(loose.join('|').replaceAll('е', '[её]'), 'iu')]),
    // No word border is asked for, since the texts of neighbouring elements are glued.
    ...(exact.length === 0 ? [] : [new RegExp(exact.join('|'), 'u')]),
  ];
  return {
    test: (text) => patterns.some((pattern) => pattern.test(text)),
    count: (text) =>
      patterns.reduce((sum, { source, flags }) => sum + (text.match(new RegExp(source, `g${flags}`))?.length ?? 0), 0),
  };
}

/**
 * `anchors` are literal beginnings of words, as `shortestAnchors` leaves them; one that begins with `=` counts in
 * exactly its case. No anchor: nothing passes. Time is linear in the text.
 */
export function makeGate(anchors: readonly string[]): Gate {
  const raw = openSearch(anchors, (literal) => literal.normalize('NFC'));
  const folded = openSearch(anchors, plain);
  return {
    test: (text) => raw.test(text) || (ODD.test(text) && folded.test(plain(text))),
    isOnlyIn(whole, parts) {
      const isOdd = ODD.test(whole);
      const count = (text: string): number => (isOdd ? folded.count(plain(text)) : raw.count(text));
      const inParts = parts.reduce((sum, part) => sum + count(part), 0);
      return inParts > 0 && count(whole) <= inParts;
    },
  };
}
