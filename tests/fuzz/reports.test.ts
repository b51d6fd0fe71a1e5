/**
 * Files of reports and of settings, ours and others': reading takes what is sound, says what it left out, and never
 * throws; what it takes can be kept, is the same when it is written and read again, and leaves by every way.
 */
import fc from 'fast-check';
import { expect } from 'vitest';
import { reportWords } from '../../components/report/report-words';
import { ENGLISH } from '../support/small-pack';
import { completeReport } from '../../lib/reports/check';
import { makePersonalPack } from '../../lib/reports/personal';
import { readReportsFile } from '../../lib/reports/read-file';
import { listShareKinds, makeShareForm } from '../../lib/reports/share/forms';
import { checkSettings } from '../../lib/settings/check';
import { readSettingsFile, writeSettingsFile } from '../../lib/settings/settings-file';
import { DEFAULT_SETTINGS } from '../../lib/settings/settings';
import { wordsFor } from '../../lib/words/words';
import { anyReport } from '../unit/reports/arbitrary';
import { fuzz } from './fuzz';
import { damage, edits, mutateText } from './mutate';

const MAKING = { newId: () => '00000000-0000-4000-8000-000000000000', now: '2026-11-22T10:00:00.000Z' };
const WORDS = reportWords(wordsFor('en'));
const FORGE = 'https://forge.example/issues/new';

/** A file in one of our three forms, with a few things wrong in it. */
const file: fc.Arbitrary<string> = fc
  .record({
    reports: fc.array(anyReport, { minLength: 1, maxLength: 2 }),
    kind: fc.constantFrom('json', 'annotation', 'claim-review'),
    changes: edits,
    damaged: damage,
  })
  .map(({ reports, kind, changes, damaged }) => {
    const form = makeShareForm(kind, reports, WORDS, FORGE) ?? makeShareForm('json', reports, WORDS, FORGE);
    return damaged(mutateText(form?.text ?? '{}', changes));
  });

fuzz('files of reports', file, (text) => {
  const read = readReportsFile(text, MAKING);
  if (!read.ok) return;
  for (const { entry, reason } of read.left) expect([entry > 0, reason]).toEqual([true, expect.stringMatching(/\S/u)]);
  const { reports } = read;
  for (const report of reports) {
    expect(completeReport(report)).toEqual(report);
    for (const kind of listShareKinds([report], false)) {
      const address = makeShareForm(kind, [report], WORDS, FORGE)?.address ?? null;
      if (address !== null) expect(address).toMatch(/^(?:https:\/\/forge\.example\/|mailto:\?)/u);
    }
  }
  const again = makeShareForm('json', reports, WORDS, '');
  if (again !== null) expect(readReportsFile(again.text, MAKING)).toEqual({ ok: true, reports, left: [] });
  // A claim of one's own that a file brings is read with like any other.
  const own = makePersonalPack(reports, [ENGLISH]);
  if (own !== null) expect(own.claims.length).toBeGreaterThan(0);
});

const SETTINGS = writeSettingsFile({ ...DEFAULT_SETTINGS, muted: ['export-ban'], sourcesOff: ['avweb'] });

fuzz(
  'files of settings',
  fc.record({ changes: edits, damaged: damage }).map(({ changes, damaged }) => damaged(mutateText(SETTINGS, changes))),
  (text) => {
    const read = readSettingsFile(text);
    if (read.ok) expect(checkSettings({ ...DEFAULT_SETTINGS, ...read.settings })).toMatchObject({ damaged: [] });
    else expect(read.fault.kind).toMatch(/\S/u);
    // Whatever storage holds in their place, there are settings.
    expect(checkSettings(parseOrText(text)).settings.version).toBe(1);
  },
);

function parseOrText(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
