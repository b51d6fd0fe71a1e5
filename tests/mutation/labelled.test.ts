/**
 * Only under `npm run mutate`, which builds the index once and writes the labelled sentences that are read as labelled:
 * each still must be. The same sentences are held one by one by tests/claims, too slowly to run per mutant. They stand
 * mixed by claim and language, so that a mutant which matters fails among the first few dozen.
 */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { openIndexedReader } from '../../lib/engine/read';
import { isReadAsLabelled, type Labelled } from './labelled';

const PARTS = 8;

const { index, rows } = JSON.parse(readFileSync(process.env['DALEL_LABELLED'] ?? '', 'utf8')) as Labelled; // Just written by lib/commands/mutate.ts.
const reader = openIndexedReader(Buffer.from(index, 'base64'));

test.each(Array.from({ length: PARTS }, (_, part) => part))('sentences of part %i read as labelled', (part) => {
  const misread = rows.find((row, i) => i % PARTS === part && !isReadAsLabelled(reader, row));
  expect(misread?.text).toBeUndefined();
});
