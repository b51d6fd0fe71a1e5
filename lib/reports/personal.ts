/**
 * Reports to claims of the reader's own: a phrase becomes a concept, all phrases of a report one frame, and the report
 * its only statement. The result is a pack like any other, made anew whenever the reports change; nothing of it is kept.
 */
import type { Claim, Concept, Language, Pack, RoleName } from '../engine/pack/schema';
import { PACK_FORMAT, PACK_VERSION } from '../engine/pack/schema';
import { parseForm } from '../engine/lexicon/forms';
import { fold } from '../engine/text/fold';
import type { Report } from './report';

export const PERSONAL_PACK = 'personal';

/** Roles in which order and direction mean nothing, one a phrase. */
const ROLES = ['object', 'topic', 'other', 'place', 'purpose', 'cue'] as const satisfies readonly RoleName[];
/** A personal claim may be told at any length of sentence that the engine reads. */
const WITHIN = 60;

/** `jets / fighters*` is two ways to say one thing; what the notation of forms would take amiss is dropped. */
export function readPhrase(phrase: string): readonly string[] {
  return phrase
    .split(/\s\/\s|\//u)
    .map((one) => one.replace(/[=@+]/gu, ' ').replace(/\s+/gu, ' ').trim())
    .filter((one) => /[\p{L}\p{Nd}]/u.test(one) && typeof parseForm(one) !== 'string');
}

const lettersIn = (forms: readonly string[]): number => Math.max(...forms.map((form) => form.length));

function claimOf(report: Report, phrases: readonly (readonly string[])[]): { claim: Claim; concepts: Concept[] } {
  const longest = Math.max(...phrases.map(lettersIn));
  const anchor = phrases.findIndex((forms) => lettersIn(forms) === longest);
  const concepts = phrases.map((forms, at) => ({
    id: `${report.id.toLowerCase()}-${at}`,
    kind: 'object' as const,
    forms: { any: [...forms] },
    // The longest phrase is the rarest: it alone calls Dalel to a page.
    ...(at === anchor ? { anchor: true } : {}),
  }));
  const roles = Object.fromEntries(concepts.map(({ id }, at) => [ROLES[at] ?? 'object', [id]]));
  const sentence = report.sentence || report.quote.exact.slice(0, 300) || report.title || report.id;
  const claim: Claim = {
    id: report.id.toLowerCase(),
    topic: 'other',
    proposition: { en: sentence },
    statements: [
      {
        id: 'own',
        kind: 'report',
        speaker: 'reader',
        date: report.created.slice(0, 10),
        summary: { en: report.note || report.quote.exact.slice(0, 600) || sentence },
        documents: [`page-${report.id.toLowerCase()}`],
      },
    ],
    frames: [{ id: 'phrases', roles, within: WITHIN }],
    fixtures: { positive: [], negative: [] },
    history: [{ date: report.created.slice(0, 10), what: { en: '' }, why: { en: '' } }],
  };
  return { claim, concepts };
}

/**
 * The reader's own pack of the reports that mark something, or null where none does. `languages` are those of the
 * bundled pack, whose grammar tells sentences and stances.
 */
export function makePersonalPack(reports: readonly Report[], languages: readonly Language[]): Pack | null {
  const made = reports.flatMap((report) => {
    const phrases = (report.marking?.phrases ?? []).map(readPhrase).filter((forms) => forms.length > 0);
    return phrases.length === 0 ? [] : [{ report, ...claimOf(report, phrases.slice(0, ROLES.length)) }];
  });
  if (made.length === 0) return null;
  return {
    format: PACK_FORMAT,
    version: PACK_VERSION,
    header: {
      id: PERSONAL_PACK,
      title: { en: 'Your own claims', ru: 'Ваши утверждения', kk: 'Өз тұжырымдарыңыз' },
      revision: 1,
      date:
        made
          .map(({ report }) => report.changed.slice(0, 10))
          .toSorted()
          .at(-1) ?? '',
      languages: languages.map(({ id }) => id),
      licence: '',
      editor: '',
      counts: { claims: made.length, statements: made.length, sources: 1, documents: made.length, speakers: 1 },
    },
    languages: [...languages],
    concepts: made.flatMap(({ concepts }) => concepts),
    speakers: [{ id: 'reader', name: { en: 'Your own note', ru: 'Ваша заметка', kk: 'Өз жазбаңыз' }, class: 'outlet' }],
    sources: [{ id: 'reports', name: 'Dalel', kind: 'blog' }],
    documents: made.map(({ report }) => ({
      id: `page-${report.id.toLowerCase()}`,
      source: 'reports',
      ...(report.title === null ? {} : { title: report.title }),
      ...(report.url.startsWith('http') ? { url: report.url } : {}),
      ...(report.lang === null ? {} : { lang: report.lang }),
    })),
    claims: made.map(({ claim }) => claim),
  };
}

const WORD = /[\p{L}\p{Nd}][\p{L}\p{M}\p{Nd}'’-]*/gu;
const MOST_SUGGESTED = 4;
/** Long words of languages with cases are suggested with an open end. */
const OPEN_FROM = 7;
const CYRILLIC = /\p{Script=Cyrillic}/u;

function suggestOf(word: string): string {
  if (/\d/u.test(word)) return word;
  return CYRILLIC.test(word) && word.length >= OPEN_FROM ? `${word.slice(0, -2)}*` : word;
}

/** Phrases to begin with: names and numbers of the quote first, then its longest words; in the order of the quote. */
export function suggestPhrases(quote: string): readonly string[] {
  const words = [...quote.matchAll(WORD)].map((match) => ({ word: match[0], at: match.index }));
  const weigh = ({ word, at }: { readonly word: string; readonly at: number }): number => {
    const isName = at > 0 && /^\p{Lu}/u.test(word);
    return (isName ? 100 : 0) + (/\d/u.test(word) ? 80 : 0) + word.length;
  };
  const seen = new Set<string>();
  const unlike = words.filter(({ word }) => {
    const key = fold(word);
    if (seen.has(key) || (word.length < 4 && !/\d/u.test(word))) return false;
    seen.add(key);
    return true;
  });
  return unlike
    .toSorted((a, b) => weigh(b) - weigh(a))
    .slice(0, MOST_SUGGESTED)
    .toSorted((a, b) => a.at - b.at)
    .map(({ word }) => suggestOf(word));
}
