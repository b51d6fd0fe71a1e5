/** The names of a report's parts in the reader's language, for what leaves as text. */
import type { ReportWords } from '../../lib/reports/share/markdown';
import type { SayWord } from '../../lib/words/words';

export const reportWords = (say: SayWord): ReportWords => ({
  parties: say('report.parties'),
  figures: say('report.figures'),
  evidence: say('report.evidence'),
  evidenceKind: (kind) => say(`report.evidence.${kind}`),
  claim: say('report.known'),
  about: (about) => say(`report.about.${about}`),
  address: say('report.url'),
  link: say('report.link'),
  title: say('report.page-title'),
  author: say('report.author'),
  published: say('report.date'),
  language: say('report.lang'),
  review: say('report.review'),
  note: say('report.note'),
});
