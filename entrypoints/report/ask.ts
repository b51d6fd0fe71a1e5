/**
 * What the report page asks before it draws. A report saved under the draft's key is taken up again, note and all,
 * so that saving after a reload or a restart changes that report and loses nothing of it.
 */
import { browser } from 'wxt/browser';
import type { ImportedReports, TakePhrases } from '../../components/report/ReportsFile';
import { contentOfDraft, contentOfReport, EMPTY_CONTENT } from '../../lib/reports/content';
import { call } from '../../lib/messages/call';
import { listNewMarkings, withKeptMarkings } from '../../lib/reports/markings';
import { readReportsFile } from '../../lib/reports/read-file';
import type { Report, ReportContent, ReportState } from '../../lib/reports/report';

const key = location.hash.slice(1);

async function findSaved(): Promise<Report | null> {
  try {
    return (await call('reports/list', {})).find((report) => report.id === key) ?? null;
  } catch (error) {
    // The page's own question for the list tells the person; the form stands without it.
    console.warn('Dalel: the saved reports could not be read', error);
    return null;
  }
}

/** The claim that a card was about, as it is told. */
async function findSubject({ about, claim }: ReportContent): Promise<string | null> {
  if (claim === null || about === 'claim') return null;
  const found = await call('claims/get', { id: claim });
  return found?.card?.proposition ?? found?.record.proposition.en ?? claim;
}

interface Begun {
  readonly id: string;
  readonly created: string;
  readonly state: ReportState;
  readonly content: ReportContent;
  readonly isTyped: boolean;
  readonly isGone: boolean;
  readonly isPrivate: boolean;
  readonly fullUrl: string;
}

async function begin(): Promise<Begun> {
  // A page of ours in a private window keeps nothing either.
  const isPrivate = browser.extension.inIncognitoContext;
  const fresh: Begun = {
    id: crypto.randomUUID(),
    created: new Date().toISOString(),
    state: 'draft',
    content: EMPTY_CONTENT,
    isTyped: true,
    isGone: false,
    isPrivate,
    fullUrl: '',
  };
  if (key === '') return fresh;
  const [draft, saved] = await Promise.all([call('reports/draft', { key }), findSaved()]);
  const fullUrl = draft?.fullUrl ?? '';
  if (saved !== null) {
    const { id, created, state } = saved;
    const isTyped = draft === null && saved.position === null && saved.quote.prefix === '' && !saved.limited;
    return { ...fresh, id, created, state, content: contentOfReport(saved), isTyped, fullUrl };
  }
  // A new id where the draft is gone: what is typed by hand is another report.
  if (draft === null) return { ...fresh, isGone: true };
  const content = contentOfDraft(draft);
  return { ...fresh, id: key, content, isTyped: false, isPrivate: isPrivate || draft.isPrivate, fullUrl };
}

export async function askDraft() {
  const [settings, begun] = await Promise.all([call('settings/get', {}), begin()]);
  return { settings, begun, subject: await findSubject(begun.content) };
}

/**
 * Adds the reports of a file to those kept; of two with the same id the one that was changed last stays. A file that
 * brings phrases is not taken before it is said whether these may mark pages.
 */
export async function importReports(text: string, phrases: TakePhrases): Promise<ImportedReports> {
  const read = readReportsFile(text, { newId: () => crypto.randomUUID(), now: new Date().toISOString() });
  if (!read.ok) return { kind: read.fault };
  const kept = read.reports.some(({ marking }) => marking !== null) ? await call('reports/list', {}) : [];
  const marking = listNewMarkings(read.reports, kept);
  if (phrases === 'ask' && marking.length > 0) return { kind: 'asks', marking };
  const reports = phrases === 'leave' ? withKeptMarkings(read.reports, kept) : read.reports;
  const { taken } = await call('reports/import', { reports });
  return { kind: 'done', taken, left: read.left };
}
