/**
 * Letters that a text may hold in place of each other, lower case, the one that stands for its group first: drawn alike
 * in two scripts (folding turns them back where a word mixes the scripts), or told apart by a mark alone.
 */
export const GROUPS = 'aа bв cс eеё hнһ iії jј kк mм oо pр sѕ tт xх yу ий'.split(' ');

/** All that a lower-case letter may look like, itself included. */
export const alike = (letter: string): string => GROUPS.find((group) => group.includes(letter)) ?? letter;

/** One letter for each group, in the case that was given. */
export const standingFor = (text: string): string =>
  text.replace(/[a-zа-һ]/giu, (letter) => {
    const lower = letter.toLowerCase();
    const first = alike(lower).charAt(0);
    return letter === lower ? first : first.toUpperCase();
  });
