/** The demo's server hands out its one folder and nothing beside it. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { serveFolder, type FolderSite } from '../../../lib/commands/serve-folder';

let root: string;
let site: FolderSite;

beforeAll(async () => {
  root = mkdtempSync(join(tmpdir(), 'dalel-serve-'));
  mkdirSync(join(root, 'pages'));
  writeFileSync(join(root, 'secret.txt'), 'secret');
  writeFileSync(join(root, 'pages', 'index.html'), '<p>Сәлем</p>');
  site = await serveFolder(join(root, 'pages'));
});

afterAll(() => {
  site.close();
  rmSync(root, { recursive: true });
});

test('the bare address answers with the index, as HTML in UTF-8', async () => {
  const answer = await fetch(site.url);
  expect(answer.headers.get('content-type')).toBe('text/html; charset=utf-8');
  expect(await answer.text()).toBe('<p>Сәлем</p>');
});

test.each(['secret.txt', '../secret.txt', '%2e%2e/secret.txt', '..%2fsecret.txt', 'gone.html'])(
  'an address %s finds nothing',
  async (path) => {
    const answer = await fetch(site.url + path);
    expect(answer.status).toBe(404);
    expect(await answer.text()).toMatch(/^No page /);
  },
);
