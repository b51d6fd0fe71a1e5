/** What is exported brings back exactly what was kept, and two pages that write at once undo nothing of each other. */
import fc from 'fast-check';
import { afterAll, afterEach, beforeEach, expect, test, vi } from 'vitest';
import { readSettingsFile, writeSettingsFile } from '../../../lib/settings/settings-file';
import { anyReport } from '../reports/arbitrary';
import { anySettings } from '../settings/arbitrary';
import { fake } from './fake-browser';
import { ask, putBack, report, startAfresh } from './woken';

vi.mock('wxt/browser', async () => ({ browser: (await import('./fake-browser')).fake }));
beforeEach(startAfresh);
afterEach(putBack);

const everything = async () => ({ settings: await ask('settings/get', {}), reports: await ask('reports/list', {}) });

async function exported(): Promise<string> {
  const { settings, reports } = await everything();
  return writeSettingsFile({ ...settings, pausedUntil: null }, { reports });
}

async function imported(text: string): Promise<void> {
  const read = readSettingsFile(text);
  if (!read.ok) throw new Error(`The file was refused: ${read.fault.kind}`);
  await ask('settings/set', { settings: read.settings });
  const { reports } = JSON.parse(text) as { readonly reports: readonly unknown[] };
  expect((await ask('reports/import', { reports })).left).toEqual([]);
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
