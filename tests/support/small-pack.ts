/** A pack of a few words, so that a law of the engine can be read beside the test that holds it. */
import type { Language } from '../../lib/engine/pack/schema';
import type { ReadingData } from '../../lib/engine/types';

export const ENGLISH: Language = {
  id: 'en',
  letters: '',
  endings: ['', 's', 'ed'],
  words: ['the', 'of', 'and', 'to', 'from'],
  markers: {
    from: ['from'],
    to: ['to', 'for'],
    by: ['by'],
    of: ['of'],
    in: ['in'],
    at: [],
    with: ['with'],
    beside: ['unlike'],
    fromBy: [],
  },
  order: 'svo',
  bareReceiver: true,
  suffixNegation: false,
  instead: ['instead of'],
  relative: ['which'],
  affirming: ['not only', 'but also'],
  aside: ['newspaper', 'ally'],
  infinitives: [],
  passive: ['was', 'were', 'been'],
  negation: ['not', "didn't", 'never'],
  none: ['no'],
  cues: {
    deny: ['denied', 'false', 'untrue', 'not planned'],
    doubt: ['doubtful', 'likely false'],
    ask: ['whether'],
    report: ['reportedly', 'said'],
    but: ['but'],
  },
  pronouns: ['they', 'them', 'it'],
  pointing: ['these jets', 'the first', 'the second'],
  other: ['another'],
  articles: ['the', 'a'],
  and: ['and'],
  numbers: { half: 0.5, one: 1, five: 5, seventeen: 17, eighty: 80, hundred: 100, thousand: 1000, million: 1_000_000 },
  ranges: ['to'],
  bounds: { over: ['over', 'more than'], under: ['nearly'], about: ['about'] },
  currencies: { usd: ['$', 'dollar+'], kzt: ['tenge'] },
  abbreviations: ['col', 'gen'],
};

export const RUSSIAN: Language = {
  ...ENGLISH,
  id: 'ru',
  letters: 'ыэъ',
  endings: ['', 'а', 'у', 'ом', 'ы', 'ов', 'ил', 'или'],
  words: ['и', 'в', 'на', 'у', 'из'],
  markers: { from: ['у', 'из'], to: ['для'], by: [], of: [], in: [], at: ['в'], with: ['с'], beside: [], fromBy: [] },
  passive: [],
  negation: ['не'],
  none: ['никаких'],
  cues: { deny: ['опроверг*'], doubt: ['вряд ли'], ask: ['зачем'], report: ['сообщ*'], but: ['но'] },
  pronouns: ['их'],
  pointing: ['этих самолетов'],
  other: ['другой'],
  articles: [],
  and: ['и'],
  numbers: { пять: 5, пятьсот: 500, сто: 100, семнадцать: 17, млн: 1_000_000 },
  ranges: ['до'],
  bounds: { over: ['свыше', 'астам'], under: [], about: ['около'] },
  currencies: { usd: ['долларов'], kzt: ['тенге'] },
  abbreviations: ['млн', 'г'],
};

/** Kazakhstan sells jets to America, in two languages; India is somebody else. */
export const SMALL: ReadingData = {
  languages: [ENGLISH, RUSSIAN],
  concepts: [
    {
      id: 'kazakhstan',
      kind: 'party',
      country: true,
      anchor: true,
      forms: {
        en: ['kazakhstan', 'kazakh @adj'],
        ru: ['казахстан', 'казахстана @of', 'казахстану @to', 'казахстаном @by'],
      },
    },
    { id: 'exporter', kind: 'party', anchor: true, is: ['kazakhstan'], forms: { any: ['kazspetsexport'] } },
    { id: 'usa', kind: 'party', country: true, forms: { en: ['=US', 'washington'], ru: ['сша'] } },
    { id: 'india', kind: 'party', country: true, forms: { en: ['india', 'indian @adj'], ru: ['индия'] } },
    {
      id: 'buy',
      kind: 'action',
      flow: 'in',
      forms: { en: ['buy', 'buys', 'bought', 'purchase @n'], ru: ['куп+', 'покупк+ @n'] },
    },
    {
      id: 'sell',
      kind: 'action',
      flow: 'out',
      forms: { en: ['sell', 'sold', 'sale @n'], ru: ['продал+', 'проданы @p'] },
    },
    { id: 'halt', kind: 'action', forms: { en: ['halts'] } },
    { id: 'jets', kind: 'object', forms: { en: ['jet+', 'aircraft'], ru: ['самолет+'] } },
    { id: 'trains', kind: 'object', forms: { en: ['locomotive+'] } },
  ],
  claims: [
    {
      id: 'us-bought-jets',
      quantity: { count: 81, of: 117 },
      amounts: [{ currency: 'usd', value: 2_260_000 }],
      frames: [
        {
          id: 'deal',
          roles: { action: ['buy', 'sell'], object: ['jets'], receiver: ['usa'], giver: ['kazakhstan'] },
          context: ['giver'],
        },
        {
          id: 'count',
          roles: {
            action: ['buy', 'sell'],
            count: ['#81'],
            object: ['jets'],
            receiver: ['usa'],
            giver: ['kazakhstan'],
          },
          context: ['giver', 'object'],
        },
      ],
    },
    { id: 'halted', frames: [{ id: 'halt', roles: { action: ['halt'], object: ['jets'], party: ['kazakhstan'] } }] },
  ],
};
