/**
 * Phrases to look for, as many as asked for: half English, half Russian, of three to six words with made-up names among
 * common ones, so that they begin in tens of thousands of ways. The first thousand are the same whatever the count.
 */
import type { Language } from '../../../lib/engine/pack/schema';
import type { ReadingData } from '../../../lib/engine/types';

export interface Phrase {
  readonly text: string;
  readonly lang: 'en' | 'ru';
}

interface Vocabulary {
  readonly lang: 'en' | 'ru';
  readonly onsets: readonly string[];
  readonly rimes: readonly string[];
  readonly things: readonly string[];
  readonly kinds: readonly string[];
  readonly links: readonly string[];
}

const ENGLISH: Vocabulary = {
  lang: 'en',
  onsets: ['b', 'br', 'd', 'dr', 'f', 'g', 'gl', 'h', 'k', 'l', 'm', 'n', 'p', 'r', 's', 'st', 't', 'v', 'z', 'sh'],
  rimes: ['ando', 'arvel', 'eks', 'elda', 'erun', 'imar', 'indo', 'oban', 'olt', 'orsa', 'udim', 'ugar', 'yneth'],
  things: [
    'launchers',
    'drones',
    'vehicles',
    'radars',
    'rifles',
    'engines',
    'patrol boats',
    'trucks',
    'shells',
    'helmets',
  ],
  kinds: ['armoured', 'spare', 'light', 'coastal', 'retired', 'guided', 'training', 'mobile', 'heavy', 'older'],
  links: ['delivered to', 'offered by', 'tested near', 'leased from', 'repaired at', 'promised to', 'built for'],
};

const RUSSIAN: Vocabulary = {
  lang: 'ru',
  onsets: ['б', 'бр', 'в', 'г', 'гл', 'д', 'др', 'з', 'к', 'л', 'м', 'н', 'п', 'р', 'с', 'ст', 'т', 'ф', 'ш', 'х'],
  rimes: ['андо', 'арвел', 'экс', 'ельда', 'ерун', 'имар', 'индо', 'обан', 'олт', 'орса', 'удим', 'угар', 'инет'],
  things: ['пусковые', 'дроны', 'машины', 'радары', 'винтовки', 'двигатели', 'катера', 'грузовики', 'снаряды', 'каски'],
  kinds: ['бронированные', 'запасные', 'лёгкие', 'береговые', 'списанные', 'учебные', 'подвижные', 'тяжёлые', 'старые'],
  links: ['поставлены в', 'предложены из', 'испытаны близ', 'взяты у', 'починены под', 'обещаны для', 'собраны для'],
};

/** Numbers from 0 to below `below`, the same ones each time (Park and Miller 1988). */
function makeDice(): (below: number) => number {
  let state = 20_261;
  return (below) => {
    state = (state * 16_807) % 2_147_483_647;
    return state % below;
  };
}

function makePhrase({ onsets, rimes, things, kinds, links }: Vocabulary, dice: (below: number) => number): string {
  const pick = (list: readonly string[]): string => list[dice(list.length)] ?? '';
  const name = (): string => {
    const word = pick(onsets) + pick(rimes) + pick(onsets) + pick(rimes);
    return word.charAt(0).toUpperCase() + word.slice(1);
  };
  switch (dice(4)) {
    case 0:
      return `${name()} ${pick(things)} ${pick(links)} ${name()}`;
    case 1:
      return `${name()} ${pick(kinds)} ${pick(things)}`;
    case 2:
      return `${pick(kinds)} ${name()} ${pick(things)} ${pick(links)} ${name()}`;
    default:
      return `${pick(things)} ${pick(links)} ${name()}`;
  }
}

export function makePhrases(count: number): readonly Phrase[] {
  const dice = makeDice();
  const seen = new Set<string>();
  const phrases: Phrase[] = [];
  while (phrases.length < count) {
    const vocabulary = phrases.length % 2 === 0 ? ENGLISH : RUSSIAN;
    const text = makePhrase(vocabulary, dice);
    if (seen.has(text)) continue;
    seen.add(text);
    phrases.push({ text, lang: vocabulary.lang });
  }
  return phrases;
}

/** Each phrase is a concept that opens the gate, and a claim with one frame of one role. */
export function readPhrases(phrases: readonly Phrase[], languages: readonly Language[]): ReadingData {
  return {
    languages,
    concepts: phrases.map(({ text, lang }, i) => ({
      id: `phrase-${i}`,
      kind: 'cue',
      anchor: true,
      forms: { [lang]: [text] },
    })),
    claims: phrases.map((_, i) => ({
      id: `claim-${i}`,
      frames: [{ id: 'told', roles: { topic: [`phrase-${i}`] } }],
    })),
  };
}

/** How many phrases are planted in a page, all of them among the first hundred. */
export const PLANTED = 20;

/** A claim that the bundled pack knows, so that it finds something in each page as well. */
const KNOWN =
  '<p>The United States bought 81 retired Soviet-era military aircraft from Kazakhstan last year, the paper wrote.</p>';

/** A paragraph a planted phrase, each in the language of its phrase, after one with a bundled claim. */
export function plantedParagraphs(): readonly string[] {
  const phrases = makePhrases(100)
    .slice(0, PLANTED)
    .map(({ text, lang }) =>
      lang === 'en'
        ? `<p>The council heard on Monday that ${text} and left it at that.</p>`
        : `<p>В понедельник совет услышал, что ${text} и не стал спорить.</p>`,
    );
  return [KNOWN, ...phrases];
}
