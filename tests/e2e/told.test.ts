/** What assistive technology is told of an open card: the browser's own accessibility tree, closed root included. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { SerializedAXNode } from 'puppeteer-core';
import { openBrowser } from '../support/browser';
import type { DrivenBrowser } from '../support/driven';
import { waitForCard, waitForMarks } from '../support/reading';
import { serve, type Site } from '../support/serve';

let browser: DrivenBrowser;
let site: Site;

beforeAll(async () => {
  site = await serve();
  // Firefox gives no such tree to its drivers; there axe and the roles of the elements speak for it.
  browser = await openBrowser('chromium');
});

afterAll(async () => {
  await browser.close();
  await site.close();
});

const flat = (node: SerializedAXNode): readonly SerializedAXNode[] => [node, ...(node.children ?? []).flatMap(flat)];

test('a dialog named after the claim, described by its status, with headings, lists, links and named buttons', async () => {
  const page = await browser.newPage(site.url('two-claims/index.html'));
  await waitForMarks(page, (all) => all.length >= 3);
  await browser.command(page, 'next-mention');
  const card = await waitForCard(browser, page, ({ hasFocus }) => hasFocus);
  const tree = await page.accessibility.snapshot({ interestingOnly: false });
  if (tree === null) throw new Error('The page has no accessibility tree');
  const dialog = flat(tree).find(({ role }) => role === 'dialog');
  if (dialog === undefined) throw new Error('The tree has no dialog');
  expect(dialog.name).toBe(card.label);
  expect(dialog.focused).toBe(true);
  expect(dialog.description).toMatch(/^Denied/u);
  expect(dialog.description).toContain('This page');
  const inside = flat(dialog);
  const named = (role: string): readonly string[] =>
    inside.filter((node) => node.role === role).map(({ name }) => name ?? '');
  expect(named('heading')).toEqual(expect.arrayContaining([card.label, 'Denials', 'Doubts']));
  expect(named('button')).toEqual(expect.arrayContaining(['Close', 'Next mention', 'Why this note?', 'Full record']));
  expect(named('button')).not.toContain('');
  expect(named('link').length).toBeGreaterThan(0);
  for (const link of named('link')) expect(link).toContain('opens in a new tab');
  expect(inside.some(({ role }) => role === 'list')).toBe(true);
});
