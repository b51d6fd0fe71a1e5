/** Drafts of reports in storage.session, each under a random id that the report page's address holds, and nothing else. */
import { browser } from 'wxt/browser';
import type { ReportDraft } from '../reports/report';

interface KeptDraft {
  /** One more than the newest before it: a clock may be put back. */
  readonly nth: number;
  readonly draft: ReportDraft;
}

const PREFIX = 'draft:';
/** A session holds little: the oldest go. */
const MOST_DRAFTS = 40;

/** Gives the draft's id. */
export async function keepDraft(draft: ReportDraft): Promise<string> {
  const key = crypto.randomUUID();
  return await navigator.locks.request('dalel-drafts', async () => {
    const session = await browser.storage.session.get(null);
    const kept = Object.entries(session)
      .filter(([name]) => name.startsWith(PREFIX))
      // Only this file writes these items.
      .toSorted(([, a], [, b]) => (a as KeptDraft).nth - (b as KeptDraft).nth);
    await browser.storage.session.remove(
      kept.slice(0, Math.max(0, kept.length - MOST_DRAFTS + 1)).map(([name]) => name),
    );
    const newest = kept.at(-1)?.[1] as KeptDraft | undefined;
    const item: KeptDraft = { nth: (newest?.nth ?? 0) + 1, draft };
    await browser.storage.session.set({ [`${PREFIX}${key}`]: item });
    return key;
  });
}

/** Null where there was none, or the browser was closed since. */
export async function readDraft(key: string): Promise<ReportDraft | null> {
  const name = `${PREFIX}${key}`;
  const kept = (await browser.storage.session.get(name))[name] as KeptDraft | undefined;
  return kept?.draft ?? null;
}
