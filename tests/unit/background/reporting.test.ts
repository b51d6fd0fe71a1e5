/** From an event to what the background does: a report, from the menu to the database and its copy. */
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { ReportDraft } from '../../../lib/reports/report';
import { fake, type FakeTab } from './fake-browser';
import { AIRCRAFT, ask, pageOf, POPUP, putBack, report, send, startAfresh, tab, wake } from './woken';

beforeEach(startAfresh);
afterEach(putBack);

describe('a report', () => {
  const captured = {
    quote: report.quote,
    position: { type: 'TextPositionSelector', start: 5, end: 10 },
    title: 'Title',
    author: 'A. Writer',
    date: '2026-01-04',
    lang: 'en',
    address: 'https://daily.example/page?who=me#x',
  };
  const click = {
    menuItemId: 'report-claim',
    selectionText: 'words',
    frameId: 0,
    pageUrl: 'https://daily.example/page?who=me',
  };

  async function clickMenu(from: FakeTab): Promise<ReportDraft | null> {
    fake.contextMenus.onClicked.emit(click, from);
    await vi.waitFor(() => expect(fake.created).toHaveLength(1));
    const address = fake.created[0] ?? '';
    expect(address).toMatch(/^chrome-extension:\/\/own-id\/report\.html#[0-9a-f-]{36}$/u);
    return await ask('reports/draft', { key: address.split('#')[1] ?? '' });
  }

  test('from the menu holds what the clicked frame says, without query and fragment', async () => {
    fake.tabsOpen = [tab(1)];
    fake.result = captured;
    expect(await clickMenu(tab(1))).toEqual({
      isPrivate: false,
      about: 'claim',
      claim: null,
      fullUrl: 'https://daily.example/page?who=me#x',
      capture: {
        quote: report.quote,
        position: captured.position,
        title: 'Title',
        author: 'A. Writer',
        date: '2026-01-04',
        lang: 'en',
        link: null,
        url: 'https://daily.example/page',
        limited: false,
      },
    });
  });

  test('leaves no address in the log, whatever the browser says of the page that it keeps to itself', async () => {
    const log = vi.spyOn(console, 'warn').mockReturnValue();
    const address = 'https://daily.example/page?who=me';
    vi.spyOn(fake.scripting, 'executeScript').mockRejectedValue(
      new Error(`Cannot access contents of url "${address}". Extension manifest must request permission.`),
    );
    fake.tabsOpen = [tab(1)];
    expect(await clickMenu(tab(1))).toMatchObject({ capture: { limited: true } });
    const said = log.mock.calls.flat().join(' ');
    expect(said).toContain('Cannot access contents of url');
    expect(said).not.toContain('daily.example');
  });

  test('says that it is limited where the browser lets nothing be read', async () => {
    vi.spyOn(console, 'warn').mockReturnValue();
    expect(await clickMenu(tab(9))).toMatchObject({
      capture: {
        quote: { exact: 'words', prefix: '', suffix: '' },
        url: 'https://daily.example/page',
        position: null,
        limited: true,
      },
    });
  });

  test('from a private window is marked as such and cannot be kept', async () => {
    fake.tabsOpen = [tab(1, 'daily.example', { incognito: true })];
    fake.result = captured;
    const draft = await clickMenu(tab(1, 'daily.example', { incognito: true }));
    expect(draft?.isPrivate).toBe(true);
    const key = fake.created[0]?.split('#')[1] ?? '';
    const reply = await send('reports/save', { report: { ...report, id: key } }, POPUP);
    expect(reply).toMatchObject({ ok: false, error: { code: 'private' } });
    expect(await ask('reports/list', {})).toEqual([]);
    expect([...fake.storage.local.items.keys()]).toEqual(['settled']);
  });

  test('from the popup begins with the page of that tab', async () => {
    fake.tabsOpen = [tab(1)];
    fake.result = { ...captured, quote: { ...captured.quote, exact: '' } };
    await ask('reports/start', { tabId: 1 });
    const key = fake.created[0]?.split('#')[1] ?? '';
    expect(await ask('reports/draft', { key })).toMatchObject({
      about: 'claim',
      capture: { title: 'Title', url: 'https://daily.example/page', quote: { exact: '' }, limited: false },
    });
  });

  test('from a card holds the words of the mark and the claim that they were marked for', async () => {
    fake.tabsOpen = [tab(1)];
    fake.result = captured;
    const quote = { exact: 'marked', prefix: 'the ', suffix: ' words' };
    await send('open', { page: 'report', claim: AIRCRAFT, about: 'wrong-mark', quote }, pageOf(tab(1)));
    const key = fake.created[0]?.split('#')[1] ?? '';
    expect(await ask('reports/draft', { key })).toMatchObject({
      about: 'wrong-mark',
      claim: AIRCRAFT,
      capture: { quote: { type: 'TextQuoteSelector', ...quote }, position: null, author: 'A. Writer' },
    });
  });

  test('is refused from a page of ours in a private window', async () => {
    const sender = { ...POPUP, tab: { id: 3, incognito: true } };
    expect(await send('reports/save', { report }, sender)).toMatchObject({ error: { code: 'private' } });
    expect(await ask('reports/list', {})).toEqual([]);
  });

  test('of an older version is listed with what was added since', async () => {
    const { author: _author, evidence: _evidence, marking: _marking, about: _about, ...older } = report;
    await fake.storage.local.set({ reports: { [report.id]: older } });
    wake();
    expect(await ask('reports/list', {})).toEqual([report]);
  });

  test('is laid beside the known claims that its words tell', async () => {
    const text = 'The United States bought 81 Soviet-era aircraft from Kazakhstan.';
    const near = await ask('reports/nearest', { text, lang: 'en' });
    expect(near[0]).toMatchObject({ id: AIRCRAFT, isFound: true });
    expect(await ask('reports/nearest', { text: 'Rain is expected tomorrow.', lang: 'en' })).toEqual([]);
  });

  test('another menu’s click is not ours', async () => {
    fake.contextMenus.onClicked.emit({ ...click, menuItemId: 'other' }, tab(1));
    expect(await ask('reports/draft', { key: 'b7c1a2d3' })).toBeNull();
    expect(fake.created).toEqual([]);
  });

  test('is kept, listed, and gone when deleted', async () => {
    expect(await ask('reports/save', { report })).toEqual(report);
    wake();
    expect(await ask('reports/list', {})).toEqual([report]);
    await ask('reports/delete', { id: report.id });
    globalThis.indexedDB = new IDBFactory();
    wake();
    expect(await ask('reports/list', {})).toEqual([]);
  });

  test('comes back from its copy where the database was wiped', async () => {
    await ask('reports/save', { report });
    globalThis.indexedDB = new IDBFactory();
    wake();
    expect(await ask('reports/list', {})).toEqual([report]);
  });

  test('a damaged copy is left out, loudly, and the others come back', async () => {
    const warn = vi.spyOn(console, 'warn').mockReturnValue();
    await fake.storage.local.set({ reports: { [report.id]: report, 'b7c1a2d3-1': { ...report, created: 'then' } } });
    globalThis.indexedDB = new IDBFactory();
    wake();
    expect(await ask('reports/list', {})).toEqual([report]);
    expect(warn).toHaveBeenCalledWith(expect.stringContaining('b7c1a2d3-1'));
  });

  test('is saved although its copy could not be made', async () => {
    const log = vi.spyOn(console, 'error').mockReturnValue();
    fake.storage.local.refusal = new Error('QUOTA_BYTES quota exceeded');
    expect(await ask('reports/save', { report })).toEqual(report);
    expect(log).toHaveBeenCalled();
    expect(await ask('reports/list', {})).toEqual([report]);
  });
});
