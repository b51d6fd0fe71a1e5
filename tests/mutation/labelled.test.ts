/**
 * Only under `npm run mutate`, which compiles the claims once and writes the labelled sentences that are read as
 * labelled: each still must be. The same sentences are held one by one by tests/claims, too slowly to run per mutant.
 */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { openReader } from '../../lib/engine/read';
import { isReadAsLabelled, type Labelled } from './labelled';

const { data, rows } = JSON.parse(readFileSync(process.env['DALEL_LABELLED'] ?? '', 'utf8')) as Labelled; // Just written by lib/commands/mutate.ts.
const reader = openReader(data);

test.each([...new Set(rows.map(({ lang }) => lang))])('sentences in %s read as labelled', (lang) => {
  const misread = rows.find((row) => row.lang === lang && !isReadAsLabelled(reader, row));
  expect(misread?.text).toBeUndefined();
});
