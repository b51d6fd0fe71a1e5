/**
 * What the report page asks before it draws. A report saved under the draft's key is taken up again, note and all,
 * so that saving after a reload or a restart changes that report and loses nothing of it.
 */
import { call } from '../../lib/messages/call';
import type { Report } from '../../lib/reports/report';

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

export async function askDraft() {
  const settings = await call('settings/get', {});
  const fresh = { settings, id: crypto.randomUUID() as string, created: new Date().toISOString(), note: '' };
  if (key === '') return { ...fresh, draft: null, isGone: false };
  const [kept, saved] = await Promise.all([call('reports/draft', { key }), findSaved()]);
  const known = { ...fresh, id: key, isGone: false };
  if (saved !== null) {
    const { quote, position, url, title, lang, limited, created, note } = saved;
    const draft = { capture: { quote, position, url, title, lang, limited }, isPrivate: false };
    return { ...known, draft, created, note };
  }
  // A new id where the draft is gone: what is typed by hand is another report.
  return kept === null ? { ...fresh, draft: null, isGone: true } : { ...known, draft: kept };
}
