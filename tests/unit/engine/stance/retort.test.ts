/** What a later clause or the next sentence does with what was told: taken back where it says so of all of it, and not where it denies something else. */
import { describe, expect, test } from 'vitest';
import { EMPTY_CONTEXT } from '../../../../lib/engine/match/context';
import { echoIn } from '../../../../lib/engine/match/echo';
import { fillFrame } from '../../../../lib/engine/match/fill';
import type { Frame, Language } from '../../../../lib/engine/pack/schema';
import { readStance } from '../../../../lib/engine/stance/stance';
import { ENGLISH } from '../../../support/small-pack';
import { openSentences, type Sentences } from '../../../support/small-sentence';

const SPOKEN: Language = {
  ...ENGLISH,
  affirming: [...ENGLISH.affirming, 'not deny'],
  cues: {
    ...ENGLISH.cues,
    but: ['but', 'though'],
    ask: ['whether', 'neither confirmed nor denied'],
    untrue: ['false', 'untrue', 'a lie', 'rumours', 'was denied', 'not that so'],
    refute: ['denied', 'deny'],
    unproven: ['not confirmed', 'no proof', 'none of this is known'],
    condition: ['if'],
  },
  none: ['no', 'nobody'],
  told: ['this', 'it', 'all of it', 'that'],
  adverbs: ['simply', 'flatly', 'on', 'say'],
};
/** No articles, as in Russian: "this" may link a subject to what it is. */
const BARE: Language = { ...SPOKEN, articles: [], cues: { ...SPOKEN.cues, untrue: ['false', 'lie'] } };
/** Verbs stand last, as in Turkish and Kazakh. */
const LAST: Language = { ...SPOKEN, suffixNegation: true };
const SECOND: Language = { ...SPOKEN, order: 'v2' };
const ARTICLE: Language = { ...SPOKEN, told: ['the'] };

const english = openSentences(SPOKEN);
const bare = openSentences(BARE);
const last = openSentences(LAST);
const second = openSentences(SECOND);
const article = openSentences(ARTICLE);

const SALE: Frame = { id: 'sale', roles: { action: ['buy', 'sell'], object: ['jets'] } };

function stanceOf(text: string, { make, lexicon }: Sentences = english): string {
  const sentence = make(text);
  const match = fillFrame(SALE, sentence, EMPTY_CONTEXT, lexicon);
  if (match === null) throw new Error(`"${text}" does not fill ${SALE.id}.`);
  return readStance(sentence, match).stance;
}

describe('a later clause takes back what was told', () => {
  test.each([
    ['They sold jets, but this is false', 'asserts'],
    ['They sold jets, but this was false', 'denies'],
    ['They sold jets, but this was simply untrue', 'denies'],
    ['They sold jets, but it was a lie', 'denies'],
    ['They sold jets, but false', 'denies'],
    ['They sold jets, but false and stale', 'denies'],
    ['They sold jets, but a lie, aides add', 'denies'],
    ['They sold jets; untrue', 'denies'],
    ['They sold jets; aides denied it', 'denies'],
    ['They sold jets, aides hear, but others denied it', 'denies'],
    ['They sold jets, but aides denied it on Friday', 'denies'],
    ['They sold jets, but aides denied it in town', 'denies'],
    ['They sold jets, but aides denied the sale', 'denies'],
    ['They sold jets, but aides denied the sale flatly', 'denies'],
    ['They sold jets, but aides denied the reports', 'denies'],
    ['They sold jets, but the reports were false', 'denies'],
    ['They sold jets, but this was denied by aides', 'denies'],
    ['They sold jets, but this aides deny', 'denies'],
    ['They sold jets, but Kazakhstan denied', 'denies'],
    ['They sold jets, but this was not confirmed', 'doubts'],
    ['They sold jets, but no proof of it', 'doubts'],
    ['They sold jets, but no proof', 'doubts'],
    ['They sold jets, but none of this is known', 'doubts'],
    ['They sold jets, but this was likely false', 'doubts'],
    ['Though they sold jets, this was false', 'denies'],
    ['They sold jets, though old, but this was false', 'denies'],
  ])('"%s" %s', (text, stance) => {
    expect(stanceOf(text)).toBe(stance);
  });
});

describe('a later clause denies something else', () => {
  test.each([
    [english, 'They sold jets, but aides denied fraud'],
    [english, 'They sold jets, but aides denied it cost more'],
    [english, 'They sold jets, but denied, that it cost more'],
    [english, 'They sold jets, but it denied fraud'],
    [english, 'They sold jets, but it denied'],
    [english, 'They sold jets, but this house denied fraud'],
    [english, 'They sold jets, but this price was false'],
    [english, 'They sold jets, but this was false thrift'],
    [english, 'They sold jets, but aides denied the sale to India'],
    [english, 'They sold jets, but aides denied the reports of fire'],
    [english, 'They sold jets, but the reports of fire were false'],
    [english, 'They sold jets, but rumours of fire spread'],
    [english, 'They sold jets, but nobody denied it'],
    [english, 'They sold jets, but aides did not deny it'],
    [english, 'They sold jets, but aides neither confirmed nor denied it'],
    [english, 'They sold jets, but this was not false'],
    [english, 'They sold jets, but no proof of fraud'],
    [english, 'They sold jets, but bought locomotives, and this was false'],
    [english, 'Aides denied it, but they sold jets'],
    [bare, 'They sold jets, but word of fire this lie'],
    [last, 'They sold jets, but this sum denied'],
    [article, 'They sold jets, but the house denied fraud'],
    [second, 'They sold jets, denied but fraud'],
  ])('%#: %o "%s"', (sentences, text) => {
    expect(['asserts', 'reports']).toContain(stanceOf(text, sentences));
  });

  test('which only the place of its words tells', () => {
    expect(stanceOf('They sold jets, but on this lie', bare)).toBe('denies');
    expect(stanceOf('They sold jets, but this — lie', bare)).toBe('denies');
    expect(stanceOf('They sold jets, but this price — lie', bare)).toBe('reports');
    expect(stanceOf('They sold jets, but this — untrue', english)).toBe('reports');
    expect(stanceOf('They sold jets, but it sum denied', last)).toBe('denies');
    expect(stanceOf('They sold jets, but the denied', article)).toBe('denies');
    expect(stanceOf('They sold jets, a b c d denied but fraud', second)).toBe('denies');
  });
});

describe('a condition', () => {
  test.each([
    ['If they sold jets, all gain', 'asks'],
    ['All gain if they sold jets', 'asks'],
    ['If they gain, they sold jets', 'asserts'],
    ['They sold jets if all gain', 'asserts'],
  ])('"%s" %s', (text, stance) => {
    expect(stanceOf(text)).toBe(stance);
  });
});

describe('the next sentence', () => {
  test.each([
    ['This was false.', 'denies'],
    ['Untrue.', 'denies'],
    ['Aides denied it.', 'denies'],
    ['Aides denied it, but it was not confirmed.', 'denies'],
    ['None of this is known.', 'doubts'],
    ['Aides denied fraud.', null],
    ['This was not false.', null],
  ])('"%s" %s', (text, stance) => {
    expect(echoIn(english.make(text), true)?.stance ?? null).toBe(stance);
    expect(echoIn(english.make(text), false)).toBeNull();
  });

  test('is quoted by what it says', () => {
    const { match } = echoIn(english.make('Aides, it seems, flatly denied it'), true) ?? {};
    expect(match).toMatchObject({ from: 6, to: 7, filled: [{ role: 'cue', from: 6, to: 7 }] });
  });
});
