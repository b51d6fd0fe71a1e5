/**
 * Nothing in the record judges in our voice. What is ours (propositions, what a contradiction is about and its note,
 * slots, first reports, histories) holds no word of judgement at all; what is told of others (summaries, scopes, the
 * versions of a contradiction) may hold theirs, but no adverb that judges their words.
 */
import { describe, expect, test } from 'vitest';
import { compiledClaims } from '../support/compiled-claims';
import type { Claim } from '../../lib/engine/pack/schema';

const { pack } = compiledClaims();
if (!pack) throw new Error('The claims do not compile.');

/** Beginnings of words; a bar at the end means the whole word. */
const JUDGEMENT: Readonly<Record<string, readonly string[]>> = {
  en: [
    ...[
      'false',
      'falsi',
      'fake',
      'lie|',
      'lies|',
      'lied|',
      'lying|',
      'liar',
      'hoax',
      'untru',
      'bogus',
      'debunk',
      'myth',
    ],
    ...['mislead', 'misled', 'fabricat', 'baseless', 'unfounded', 'groundless', 'propagand', 'disinform', 'misinform'],
    ...['rumour', 'rumor', 'supposed', 'so-called', 'pretend', 'nonsense', 'absurd', 'deceit', 'deceiv', 'discredit'],
  ],
  ru: [
    ...[
      'ложн',
      'ложь|',
      'лжи|',
      'лжив',
      'лгать|',
      'лгут|',
      'солга',
      'фейк',
      'вранье|',
      'враньё|',
      'неправд',
      'недостовер',
    ],
    ...['вымыс', 'вымышл', 'выдум', 'миф|', 'мифы|', 'обман', 'дезинформ', 'пропаганд', 'якобы|', 'будто|', 'слух'],
    ...[
      'так называем',
      'сфабрик',
      'фальш',
      'фальсиф',
      'голословн',
      'необоснован',
      'беспочвен',
      'чушь|',
      'абсурд',
      'вброс',
    ],
  ],
  kk: [
    ...['жалған', 'өтірік', 'фейк', 'өсек', 'қауесет', 'сыбыс', 'дезинформ', 'үгіт-насихат', 'ойдан шығар', 'негізсіз'],
    ...['жала|', 'миф', 'бос сөз', 'мыс|', 'сандырақ', 'жаңсақ', 'бұрмалан'],
  ],
};

/** How a teller of other people's words calls them untrue without saying so himself. */
const ASIDES: readonly string[] = [
  ...['falsely|', 'wrongly|', 'baselessly|', 'absurdly|', 'dishonestly|', 'supposedly|', 'pretends|'],
  ...['ложно|', 'лживо|', 'голословно|', 'необоснованно|', 'якобы|', 'жалған түрде', 'негізсіз түрде'],
];

/** A claim that is about a word of judgement has to name it. */
const ABOUT: Readonly<Record<string, readonly string[]>> = {
  '81-aircraft-story-is-russian-disinformation': ['disinform', 'дезинформ'],
};

const patternOf = (stems: readonly string[]): RegExp =>
  new RegExp(`(?<!\\p{L})(?:${stems.map((stem) => stem.replace('|', '(?!\\p{L})')).join('|')})\\p{L}*`, 'giu');

function findTexts(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(findTexts) : [];
}

const find = (value: unknown, stems: readonly string[]): readonly string[] =>
  findTexts(value).flatMap((text) => [...text.matchAll(patternOf(stems))].map(([word]) => `${word}: ${text}`));

const ours = ({ proposition, slots, firstReport, contradictions = [], history }: Claim): unknown => [
  proposition,
  slots,
  firstReport?.by,
  contradictions.map(({ point, note }) => [point, note]),
  history,
];

const theirs = ({ statements, contradictions = [] }: Claim): unknown => [
  statements.map(({ summary, scope }) => [summary, scope]),
  contradictions.map(({ versions }) => versions.map(({ value }) => value)),
];

function judgements(claim: Claim): readonly string[] {
  const stems = Object.values(JUDGEMENT)
    .flat()
    .filter((stem) => ABOUT[claim.id]?.includes(stem) !== true);
  return [...find(ours(claim), stems), ...find(theirs(claim), ASIDES)];
}

test.each(pack.claims.map((claim) => [claim.id, claim] as const))('%s', (_id, claim) => {
  expect(judgements(claim)).toEqual([]);
});

test('each claim that may name a word of judgement names it', () => {
  for (const [id, stems] of Object.entries(ABOUT)) {
    const claim = pack.claims.find((one) => one.id === id);
    for (const stem of stems) expect([stem, find(claim?.proposition, [stem])]).not.toEqual([stem, []]);
  }
});

describe('a word of judgement is found', () => {
  const [first] = pack.claims.filter(({ id }) => ABOUT[id] === undefined);
  if (!first) throw new Error('There is no claim to plant a word in.');
  const [statement] = first.statements;

  test.each([
    ['en', 'The purchase is a lie.', 'lie'],
    ['en', 'Fake: Kazakhstan sold its aircraft.', 'Fake'],
    ['en', 'Kazakhstan, it is falsely told, sold its aircraft.', 'falsely'],
    ['ru', 'Казахстан якобы продал самолёты.', 'якобы'],
    ['ru', 'Ложь о продаже самолётов.', 'Ложь'],
    ['ru', 'Распространён фейк о продаже.', 'фейк'],
    ['kk', 'Ұшақтар сатылды деген жалған хабар.', 'жалған'],
    ['kk', 'Бұл — өтірік.', 'өтірік'],
  ])('in %s: %s', (lang, text, word) => {
    expect(judgements({ ...first, proposition: { en: 'Plain.', [lang]: text } })).toEqual([`${word}: ${text}`]);
  });

  test.each([
    ['where a speaker is told of', { summary: { en: 'Falsely says that aircraft were sold.' } }, 1],
    ["but a speaker's own verdict stays", { summary: { en: 'Calls the story false and a fake.' } }, 0],
  ])('%s', (_what, part, count) => {
    const statements = statement ? [{ ...statement, ...part }] : [];
    expect(judgements({ ...first, statements, contradictions: [] })).toHaveLength(count);
  });

  test.each([
    'The plant at Uralsk believes in relief and earlier supplies.',
    'Слушания в Пложине прошли.',
    'Жалпы саны — 81.',
  ])('and none in: %s', (text) => {
    expect(judgements({ ...first, proposition: { en: text } })).toEqual([]);
  });
});
