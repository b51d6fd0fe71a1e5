/**
 * Gate: decides whether a text is worth reading. May let too much through; must never drop a text in which the
 * matcher would find something, so look-alike letters, accents and invisible characters are looked through as well.
 * The sentinel runs it over every page, so it is two native searches and nothing else on nearly all of them.
 */
import { GROUPS } from './look-alikes';

export interface Gate {
  /** Text in reading order, at any length; words may be glued where elements met. Time is linear in it. */
  test(text: string): boolean;
}

/** Two patterns, as `gateSources` writes them. */
export interface GateSources {
  /** Anchors in any case: groups, letters that each stand for all that look like it, spaces between words. */
  readonly loose: string;
  /** Those that count in exactly their case, as a regular expression. */
  readonly exact: string;
}

/**
 * What the search for anchors is blind to: invisible characters, accents, letters in another form. The signs of
 * Kelvin and the long s are among them.
 */
const ODD = '\u00AA\u00AD\u00BA\u00C0-\u036F\u1D00-\u1EFF\u200B-\u200F\u2060-\u218F\uD835\uFB00-\uFEFF\uFF21-\uFF5A';
/** What is not odd, in one go. */
const RUN = new RegExp(`[^${ODD}]+`, 'g');
/** Letters that Unicode does not take apart. */
const WHOLE: Readonly<Record<string, string>> = { ł: 'l', ø: 'o', đ: 'd', ı: 'i', ß: 'ss', æ: 'ae', œ: 'oe' };
/** Its ends, each longer than any anchor with an odd character between each two of its letters. */
const endsOf = (run: string): string => (run.length > 120 ? `${run.slice(0, 60)} ${run.slice(-60)}` : run);

/** Without accents, invisible characters and letters in another form. */
export const bare = (text: string): string =>
  (
    text
      .normalize('NFKD')
      .replace(/[łøđıßẞæœ]/gi, (letter) => WHOLE[letter.toLowerCase()] ?? letter)
      .match(RUN) ?? []
  ).join('');

/** Between two words: the ending of the first, and what parts them. */
const BETWEEN = '\\S{0,20}\\s*.{0,3}';

/** Native throughout: there are hundreds of letters, and this runs once in every page. */
const searchFor = (loose: string): RegExp =>
  new RegExp(
    GROUPS.reduce((source, group) => source.replaceAll(group.charAt(0), `[${group}]`), loose).replaceAll(' ', BETWEEN),
    'v',
  );

/** No word border is asked for, since the texts of neighbouring elements are glued. */
export function makeGate({ loose, exact }: GateSources): Gate {
  const names = searchFor(loose);
  const exactly = new RegExp(exact);
  const others = new RegExp(`${exact}|[${ODD}]`);
  const loosely = (text: string): boolean => names.test(text.toLowerCase());
  const passes = (text: string): boolean => loosely(text) || exactly.test(text);
  return {
    test: (text) =>
      loosely(text) ||
      // Only the surroundings of what is odd are folded, so that one accent does not cost the folding of a whole page.
      (others.test(text) && (exactly.test(text) || passes(bare(text.replace(RUN, endsOf))))),
  };
}
