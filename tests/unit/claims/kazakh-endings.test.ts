/**
 * Kazakh endings against the language's own rules: number, possession and case are built here from vowel harmony
 * and the last sound of the stem, for made-up stems, and the list in `languages/kk.yaml` must know what comes out.
 */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compiledClaims } from '../../support/compiled-claims';
import { openLexicon } from '../../../lib/engine/lexicon/lexicon';
import { tokenize } from '../../../lib/engine/text/tokens';

const { pack } = compiledClaims();
const kazakh = pack?.languages.find((language) => language.id === 'kk');
if (!pack || !kazakh) throw new Error('The claims do not compile, or have no Kazakh.');
const endings = new Set(kazakh.endings);

const BACK = 'аоұы';
const FRONT = 'әөүіе';
/** The sounds that a stem may end in, by what they do to the first letter of an ending. */
const LAST = { vowel: 'аыеі', nasal: 'мнң', sonorant: 'рлй', voiced: 'зж', voiceless: 'кқпстшф' } as const;
type Last = keyof typeof LAST;

interface Stem {
  readonly text: string;
  readonly back: boolean;
  readonly last: Last;
}

const lastOf = (text: string): Last => {
  const found = (Object.keys(LAST) as Last[]).find((kind) => LAST[kind].includes(text.at(-1) ?? ''));
  if (found === undefined) throw new Error(`No rule for the end of ${text}.`);
  return found;
};
const stem = (text: string): Stem => {
  const vowel = [...text].findLast((letter) => (BACK + FRONT).includes(letter)) ?? 'а';
  return { text, back: BACK.includes(vowel), last: lastOf(text) };
};
const with_ = (of: Stem, ending: string): Stem => stem(of.text + ending);

const soft = (of: Stem, back: string, front: string): string => (of.back ? back : front);
const y = (of: Stem): string => soft(of, 'ы', 'і');
const a = (of: Stem): string => soft(of, 'а', 'е');
const first = (of: Stem, letters: Readonly<Record<Last, string>>): string => letters[of.last];

const plural = (of: Stem): string =>
  `${first(of, { vowel: 'л', nasal: 'д', sonorant: of.text.endsWith('л') ? 'д' : 'л', voiced: 'д', voiceless: 'т' })}${a(of)}р`;

const PERSONS = ['none', 'my', 'your', 'your-polite', 'our', 'their'] as const;
type Person = (typeof PERSONS)[number];
/** A final к or қ softens before these; stems here keep to sounds that do not. */
function possession(of: Stem, person: Person): string {
  const link = of.last === 'vowel' ? '' : y(of);
  switch (person) {
    case 'none':
      return '';
    case 'my':
      return `${link}м`;
    case 'your':
      return `${link}ң`;
    case 'your-polite':
      return `${link}ң${y(of)}з`;
    case 'our':
      return `${link}м${y(of)}з`;
    case 'their':
      return of.last === 'vowel' ? `с${y(of)}` : y(of);
  }
}

const CASES = ['nominative', 'genitive', 'dative', 'accusative', 'locative', 'ablative', 'instrumental'] as const;
type Case = (typeof CASES)[number];
function caseOf(of: Stem, which: Case, person: Person): string {
  const mine = person === 'my' || person === 'your';
  const d = of.last === 'voiceless' ? 'т' : 'д';
  switch (which) {
    case 'nominative':
      return '';
    case 'genitive':
      return `${of.last === 'vowel' || of.last === 'nasal' ? 'н' : d}${y(of)}ң`;
    case 'dative':
      if (person === 'their') return `н${a(of)}`;
      if (mine) return a(of);
      return `${of.last === 'voiceless' ? soft(of, 'қ', 'к') : soft(of, 'ғ', 'г')}${a(of)}`;
    case 'accusative':
      if (person === 'their') return 'н';
      return `${of.last === 'vowel' ? 'н' : d}${y(of)}`;
    case 'locative':
      return person === 'their' ? `нд${a(of)}` : `${d}${a(of)}`;
    case 'ablative':
      return person === 'their' || of.last === 'nasal' ? `н${a(of)}н` : `${d}${a(of)}н`;
    case 'instrumental':
      return of.last === 'voiceless' ? 'пен' : of.last === 'voiced' || person === 'our' ? 'бен' : 'мен';
  }
}

const stems = fc
  .tuple(
    fc.constantFrom(BACK, FRONT),
    fc.array(fc.tuple(fc.constantFrom(...'бгдзжклмнпрст'), fc.nat(9)), { minLength: 1, maxLength: 3 }),
    fc.constantFrom('', 'р', 'л', 'н', 'м', 'з', 'т', 'с', 'ш'),
  )
  .map(([vowels, syllables, end]) => {
    const body = syllables.map(([consonant, at]) => consonant + (vowels[at % vowels.length] ?? '')).join('');
    const text = body + end;
    return stem(end === '' && !LAST.vowel.includes(text.at(-1) ?? '') ? `${text}р` : text);
  });

describe('Kazakh endings', () => {
  test('number, possession and case build no ending that the list does not know', () => {
    fc.assert(
      fc.property(
        stems,
        fc.boolean(),
        fc.constantFrom(...PERSONS),
        fc.constantFrom(...CASES),
        (root, many, person, which) => {
          const counted = many ? with_(root, plural(root)) : root;
          const owned = with_(counted, possession(counted, person));
          const word = owned.text + caseOf(owned, which, person);
          if (word !== root.text) expect(endings).toContain(word.slice(root.text.length));
        },
      ),
      { numRuns: 5000 },
    );
  });

  test('no ending mixes back and front vowels, but for those that keep one sound everywhere', () => {
    const mixed = kazakh.endings
      .filter((ending) => /[\u0400-\u04FF]/u.test(ending))
      .map((ending) => ending.replace(/(?:мен|бен|пен)$/u, ''))
      .filter((ending) => /[аоұы]/u.test(ending) && /[әөүіе]/u.test(ending));
    expect(mixed).toEqual([]);
  });

  test('no ending is listed twice, and none is empty, so that a bare stem stands as a form of its own', () => {
    expect(endings.size).toBe(kazakh.endings.length);
    expect(endings).not.toContain('');
  });

  test('a name takes its cases and nothing that is not an ending', () => {
    const lexicon = openLexicon([{ id: 'boat', kind: 'object', forms: { kk: ['катер', 'катер+'] } }], pack.languages);
    const found = (words: readonly string[]): readonly string[] =>
      words.filter((text) => lexicon.find(tokenize(text), text).length > 0);
    const inflected = ['катер', 'катерлер', 'катерге', 'катерінің', 'катерлерімізден', 'катерімен'];
    expect(found(inflected)).toEqual(inflected);
    expect(found(['катерина', 'катеринбург', 'катерпиллар'])).toEqual([]);
  });

  test('the Latin spelling of an ending is an ending', () => {
    expect(kazakh.endings).toEqual(
      expect.arrayContaining(['dan', 'nyŋ', 'nyn', 'lary', 'larynyŋ', 'ga', 'qa', 'men', 'ine', 'lerge']),
    );
  });
});
