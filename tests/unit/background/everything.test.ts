/** What is exported brings back exactly what was kept, and two pages that write at once undo nothing of each other. */
import fc from 'fast-check';
import { afterAll, afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { exportEverything, importEverything } from '../../../entrypoints/options/everything';
import type { Verb } from '../../../lib/messages/call';
import type { Protocol } from '../../../lib/messages/protocol';
import { MOST_REPORTS } from '../../../lib/reports/limits';
import type { Report } from '../../../lib/reports/report';
import { DEFAULT_SETTINGS, type Settings } from '../../../lib/settings/settings';
import { readSettingsFile, writeSettingsFile } from '../../../lib/settings/settings-file';
import { ENGLISH } from '../../support/small-pack';
import { anyReport } from '../reports/arbitrary';
import { anySettings } from '../settings/arbitrary';
import { soundPack } from '../compile/sound';
import { IDBFactory } from 'fake-indexeddb';
import { fake } from './fake-browser';
import { ask, bundle, putBack, report, startAfresh, wake } from './woken';

const written = vi.hoisted(() => ({ text: '' }));
const page = vi.hoisted(() => ({ isPrivate: false }));
// The page's two ends: what it asks the background, and the file that it hands to the browser.
vi.mock('../../../lib/messages/call', async () => {
  const { ask, POPUP } = await import('./woken');
  const tab = () => ({ tab: { id: 1, incognito: page.isPrivate } });
  return { call: (verb: Verb, request: Protocol[Verb]['request']) => ask(verb, request, { ...POPUP, ...tab() }) };
});
vi.mock('../../../components/shared/save-file', () => ({
  saveFile: (_name: string, text: string) => {
    written.text = text;
  },
}));
beforeEach(async () => {
  page.isPrivate = false;
  await startAfresh();
  // With a grammar of a few words: no test here has anything read.
  bundle.pack = { ...soundPack(), languages: [ENGLISH] };
});
afterEach(putBack);

const everything = async () => ({ settings: await ask('settings/get', {}), reports: await ask('reports/list', {}) });

async function exported(): Promise<string> {
  await exportEverything();
  return written.text;
}

async function imported(text: string): Promise<void> {
  expect(await importEverything(text)).toMatchObject({ kind: 'done', refusedReports: 0, packs: [] });
}

async function empty(): Promise<void> {
  for (const { id } of await ask('reports/list', {})) await ask('reports/delete', { id });
  await fake.storage.local.remove('settings');
}

test('everything that is exported is imported as it was', async () => {
  await fc.assert(
    fc.asyncProperty(
      anySettings,
      fc.uniqueArray(anyReport, { selector: ({ id }) => id, maxLength: 5 }),
      async (settings, reports) => {
        await empty();
        await ask('settings/set', { settings });
        await ask('reports/import', { reports });
        const before = await everything();
        expect(before.reports).toHaveLength(reports.length);
        const file = await exported();
        await empty();
        await imported(file);
        expect(await everything()).toEqual(before);
        // Taken in a second time it changes nothing.
        await imported(file);
        expect(await everything()).toEqual(before);
      },
    ),
    { numRuns: 25 },
  );
});

test('of two reports with one id the one that was changed last stays, whichever is imported', async () => {
  const newer = { ...report, note: 'newer', changed: '2026-02-01T00:00:00.000Z' };
  await ask('reports/save', { report: newer });
  expect(await ask('reports/import', { reports: [report, { ...report, id: 'bad' }] })).toMatchObject({
    taken: 0,
    left: [{ entry: 2 }],
  });
  expect(await ask('reports/list', {})).toEqual([newer]);
});

test('a pack is named in the file, and where it is missing the reader is told what to load, until it is there', async () => {
  const pack = soundPack();
  const text = JSON.stringify({ ...pack, header: { ...pack.header, id: 'lake', title: { en: 'Lake' } } });
  await ask('packs/load', { text, from: 'lake.json' });
  expect(await exportEverything()).toEqual(['lake (lake.json)']);
  const file = written.text;
  expect(file).not.toContain('Lake');
  expect(await importEverything(file)).toMatchObject({ kind: 'done', packs: [] });
  await startAfresh();
  expect(await importEverything(file)).toMatchObject({ kind: 'done', packs: ['lake (lake.json)'] });
  await ask('packs/load', { text, from: 'lake.json' });
  expect(await importEverything(file)).toMatchObject({ kind: 'done', packs: [] });
});

test.each([
  ['none', {}],
  ['no list', { packs: 'lake' }],
  ['more than a name', { packs: [{ id: 'lake', from: 'lake.json', pack: {} }] }],
  ['too many', { packs: Array.from({ length: 201 }, () => ({ id: 'lake', from: 'lake.json' })) }],
])('a file whose list of packs is damaged (%s) names none, and the rest of it is taken', async (_how, beside) => {
  const file = JSON.stringify({ ...(JSON.parse(await exported()) as object), packs: undefined, ...beside });
  expect(readSettingsFile(file).ok).toBe(true);
  expect(await importEverything(file)).toMatchObject({ kind: 'done', packs: [] });
});

describe('a file that cannot be taken whole', () => {
  const kept: Partial<Settings> = { restMs: 1234, muted: ['kept'] };
  const fileOf = (reports: readonly Report[]) => writeSettingsFile({ ...DEFAULT_SETTINGS, restMs: 777 }, { reports });
  beforeEach(async () => {
    await ask('settings/set', { settings: kept });
  });

  test('from a private window changes nothing where it holds reports, and its settings are taken where it holds none', async () => {
    page.isPrivate = true;
    expect(await importEverything(fileOf([report]))).toMatchObject({ kind: 'refused' });
    expect(await everything()).toMatchObject({ settings: kept, reports: [] });
    expect(await importEverything(fileOf([]))).toMatchObject({ kind: 'done', reports: 0 });
    expect(await everything()).toMatchObject({ settings: { restMs: 777 }, reports: [] });
  });

  test('changes nothing where the database refuses its reports', async () => {
    vi.spyOn(console, 'error').mockReturnValue();
    vi.spyOn(IDBFactory.prototype, 'open').mockImplementation(() => {
      throw new DOMException('Not allowed', 'SecurityError');
    });
    wake();
    expect(await importEverything(fileOf([report]))).toMatchObject({ kind: 'refused' });
    expect(await ask('settings/get', {})).toMatchObject(kept);
    expect(await importEverything(fileOf([]))).toMatchObject({ kind: 'done', reports: 0 });
  });

  test('says how many reports were added where the settings are refused after them', async () => {
    vi.spyOn(console, 'error').mockReturnValue();
    vi.spyOn(console, 'warn').mockReturnValue();
    const file = fileOf([report, { ...report, id: 'b7c1a2d3-2' }, { ...report, id: 'bad' }]);
    fake.storage.local.refusal = new Error('QuotaExceededError');
    expect(await importEverything(file)).toMatchObject({ kind: 'stopped', reports: 2 });
    // Nothing is left to add, so that now nothing is changed.
    expect(await importEverything(file)).toMatchObject({ kind: 'refused' });
    fake.storage.local.refusal = null;
    expect(await everything()).toMatchObject({ settings: kept, reports: [{}, {}] });
    expect(await importEverything(file)).toMatchObject({ kind: 'done', reports: 2, refusedReports: 1 });
    expect(await ask('settings/get', {})).toMatchObject({ restMs: 777 });
  });

  test('because it holds more reports than one call takes is taken in several', async () => {
    const damaged = Array.from({ length: MOST_REPORTS }, () => ({ ...report, id: 'bad' }));
    const outcome = await importEverything(fileOf([...damaged, report]));
    expect(outcome).toMatchObject({ kind: 'done', reports: 1, refusedReports: MOST_REPORTS });
    expect(await ask('reports/list', {})).toEqual([report]);
  });
});

const EACH = 200;
let kept = 0;

test('two pages that save at once keep all that both saved', async () => {
  const page = (which: number) =>
    Promise.all(
      Array.from({ length: EACH / 2 }, async (_, nth) => {
        const id = `b7c1a2d3-${which}-${nth}`;
        await Promise.all([ask('reports/save', { report: { ...report, id } }), ask('claim/mute', { id, muted: true })]);
      }),
    );
  await Promise.all([page(1), page(2)]);
  const { settings, reports } = await everything();
  kept = settings.muted.length + reports.length;
  expect(kept).toBe(2 * EACH);
  expect(await ask('store/state', {})).toMatchObject({ uncopied: 0 });
});

afterAll(() => void process.stdout.write(`two pages writing at once: ${kept} of ${2 * EACH} kept\n`));
