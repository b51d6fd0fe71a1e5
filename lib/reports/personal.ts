/**
 * Reports to claims of the reader's own: a phrase becomes a concept, all phrases of a report one frame, and the report
 * its only statement. The result is a pack like any other, made anew whenever the reports change; nothing of it is kept.
 */
import type { Claim, Concept, Language, Pack } from '../engine/pack/schema';
import { PACK_FORMAT, PACK_VERSION } from '../engine/pack/schema';
import { makePhraseFrame } from '../packs/phrases';
import type { Report } from './report';

export const PERSONAL_PACK = 'personal';

function claimOf(report: Report): { claim: Claim; concepts: readonly Concept[] } | null {
  const made = makePhraseFrame(report.id.toLowerCase(), report.marking?.phrases ?? []);
  if (made === null) return null;
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
    frames: [made.frame],
    fixtures: { positive: [], negative: [] },
    history: [{ date: report.created.slice(0, 10), what: { en: '' }, why: { en: '' } }],
  };
  return { claim, concepts: made.concepts };
}

/**
 * The reader's own pack of the reports that mark something, or null where none does. `languages` are those of the
 * bundled pack, whose grammar tells sentences and stances.
 */
export function makePersonalPack(reports: readonly Report[], languages: readonly Language[]): Pack | null {
  const made = reports.flatMap((report) => {
    const own = claimOf(report);
    return own === null ? [] : [{ report, ...own }];
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
