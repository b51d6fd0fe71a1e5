/** Every call of the protocol has a caller in the program: one that only tests make is kept for nobody. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { REQUESTS } from '../../../lib/messages/requests';

const SOURCES = ['components', 'entrypoints', 'lib'].flatMap((folder) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/u.test(name))
    .map((name) => readFileSync(join(folder, name), 'utf8')),
);

test.each(Object.keys(REQUESTS))('%s is called', (verb) => {
  const called = [`call('${verb}'`, `call: '${verb}'`];
  expect(SOURCES.some((source) => called.some((text) => source.includes(text)))).toBe(true);
});
