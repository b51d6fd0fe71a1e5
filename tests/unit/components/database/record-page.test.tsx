// @vitest-environment happy-dom
/** One record: who said what, where it is published, and how the status came about. */
import { expect, test, vi } from 'vitest';
import { RecordPage, type RecordPageProps } from '../../../../components/database/RecordPage';
import { draw, faultsOf, find, press } from '../draw';
import { SAMPLE_CARD, SAMPLE_RECORD } from '../samples';

const ADDRESS = 'https://dalel.example/database.html#/claim/jets-sold';
const taken = (): Promise<void> => Promise.resolve();

function recordPage(found: RecordPageProps['found'], change: Partial<RecordPageProps> = {}) {
  return <RecordPage id="jets-sold" found={found} address={ADDRESS} back="#/?q=jets" onCopy={taken} {...change} />;
}

const page = recordPage(SAMPLE_RECORD);

test.each(['en', 'ru', 'kk'] as const)('axe finds no fault in %s, and no key is left unsaid', async (lang) => {
  const root = await draw(page, lang);
  expect(await faultsOf(root)).toEqual([]);
  expect(root.textContent).not.toMatch(
    /\b(?:database|statement|statement-kind|status|status-rule|topic|rung|shared|slot|timeline|echo|ladder)\.[a-z]/u,
  );
});

test('names the speaker, the office, the date and the scope of each statement', async () => {
  const statement = find(await draw(page), '[data-statement="ministry-denies"]');
  for (const words of ['Ministry', 'press service', '28 Apr 2024', 'a sale abroad', 'Says that nothing was sold.']) {
    expect(statement.textContent).toContain(words);
  }
  expect(find(statement, 'time').getAttribute('datetime')).toBe('2024-04-28');
});

test('links documents without telling where from, and leaves an address that is no web address as text', async () => {
  const root = await draw(page);
  for (const link of root.querySelectorAll<HTMLAnchorElement>('a[target]')) {
    expect(link.protocol).toMatch(/^https?:$/u);
    expect(link.rel).toBe('noopener noreferrer');
  }
  expect(root.querySelectorAll('a[target]')).toHaveLength(4);
  expect(find(root, '[data-statement="ministry-denies"] .documents').textContent).toContain('Odd');
  expect(root.innerHTML).not.toContain('javascript:');
});

test('says how the status is computed, and keeps what does not count apart', async () => {
  const root = await draw(page);
  expect(find(root, 'details').textContent).toContain(
    'Denied: an official side denies the claim, and no statement confirms it.',
  );
  const uncounted = find(root, '[aria-labelledby="uncounted"]');
  expect(uncounted.textContent).toContain('A scholar');
  expect(uncounted.textContent).toContain('date unknown');
  expect(find(root, '[aria-labelledby="statements"]').textContent).not.toContain('A scholar');
});

test.each(['contested', 'confirmed', 'denied', 'doubted', 'reported', 'superseded'] as const)(
  'has a rule to show for %s',
  async (status) => {
    const found = { ...SAMPLE_RECORD, card: { ...SAMPLE_CARD, status } };
    const root = await draw(recordPage(found));
    const name = find(root, '.how').textContent ?? '';
    expect(find(root, 'details').textContent).toContain(`${name}:`);
  },
);

test('a record without a statement that counts is shown as not counted', async () => {
  const root = await draw(recordPage({ ...SAMPLE_RECORD, card: null }));
  expect(find(root, '.status').textContent).toBe('Not counted');
  expect(root.querySelector('[aria-labelledby="statements"]')).toBeNull();
  expect(await faultsOf(root)).toEqual([]);
});

test('shows every version where sources differ, with the documents that are known', async () => {
  const root = await draw(page);
  const points = find(root, '[aria-labelledby="contradictions"]');
  expect(find(points, 'caption').textContent).toBe('How many were sold');
  expect([...points.querySelectorAll('tbody th')].map((version) => version.textContent)).toEqual([
    'eighty-one',
    'all of them',
  ]);
  expect(points.querySelectorAll('.documents li')).toHaveLength(2);
});

test('heads what the editor notes where sources differ, so that it is nobody else’s word', async () => {
  const points = (await draw(page)).querySelector('[aria-labelledby="contradictions"] .hint');
  expect(points?.textContent).toBe('Editor’s note: Both figures stand on one page.');
  expect(find(await draw(page, 'ru'), '[aria-labelledby="contradictions"] .hint b').textContent).toBe(
    'Примечание редактора:',
  );
});

test('speaks the record in the language of the page, English where it has no other, and marks which it is', async () => {
  const root = await draw(page, 'ru');
  const title = find(root, 'h1');
  expect([title.textContent, title.lang]).toEqual(['Самолёты проданы за рубеж', 'ru']);
  const kazakh = await draw(page, 'kk');
  expect([find(kazakh, 'h1').textContent, find(kazakh, 'h1').lang]).toEqual(['Jets were sold abroad', 'en']);
});

test('puts the focus on the title, so that a screen reader says which record it is', async () => {
  const root = await draw(page);
  expect(document.activeElement).toBe(find(root, 'h1'));
});

test('names buyer, seller, equipment, number, value and date where the record has them', async () => {
  const slots = {
    buyer: { en: 'A buyer', ru: 'Покупатель А' },
    seller: { en: 'A seller' },
    platform: { name: 'Jets', variants: ['MiG-31', 'Su-24'] },
    quantity: { count: 81, of: 117 },
    value: { en: '1 billion tenge', ru: '1 млрд тенге' },
    date: '2023-10',
  };
  const root = await draw(recordPage({ ...SAMPLE_RECORD, record: { ...SAMPLE_RECORD.record, slots } }), 'ru');
  const facts = [...root.querySelectorAll('.facts dd')].map((fact) => fact.textContent);
  for (const fact of [
    'Покупатель А',
    'A seller',
    'Jets (MiG-31, Su-24)',
    '81 из 117',
    '1 млрд тенге',
    'октябрь 2023 г.',
  ]) {
    expect(facts).toContain(fact);
  }
  expect(await faultsOf(root)).toEqual([]);
});

test('leads to speakers, sources and the list as it was left', async () => {
  const root = await draw(page);
  const hrefs = [...root.querySelectorAll('a')].map((link) => link.getAttribute('href'));
  expect(hrefs).toEqual(
    expect.arrayContaining(['#/?q=jets', '#/speaker/ministry', '#/source/daily', '#/?topic=disposal']),
  );
  expect(find(root, '[data-source="daily"]').textContent).toContain('Independent media, English, 1 page');
});

test('shows the drawings that the record has something for', async () => {
  const lineage = [{ teller: 'A channel' }, { teller: 'Daily', repeats: ['A channel'] }];
  const root = await draw(recordPage({ ...SAMPLE_RECORD, record: { ...SAMPLE_RECORD.record, lineage } }));
  expect([...root.querySelectorAll('[data-drawing]')].map((one) => one.getAttribute('data-drawing'))).toEqual([
    'timeline',
    'echo',
    'ladder',
  ]);
  const bare = await draw(page);
  expect(bare.querySelector('[data-drawing="echo"]')).toBeNull();
});

test.each([
  ['markdown', /^# Jets were sold abroad\n/u],
  ['json-ld', /"@type": "Claim"/u],
  ['link', /^https:\/\/dalel\.example\/database\.html#\/claim\/jets-sold$/u],
] as const)('copies the record as %s', async (form, fits) => {
  const onCopy = vi.fn<(text: string) => Promise<void>>(taken);
  const root = await draw(recordPage(SAMPLE_RECORD, { onCopy }));
  await press(root, `[data-copy="${form}"]`);
  expect(onCopy.mock.calls[0]?.[0]).toMatch(fits);
  expect(find(root, '.copy-bar [role="status"]').textContent).toBe('Copied.');
});

test('says so where the browser refuses to copy', async () => {
  const root = await draw(recordPage(SAMPLE_RECORD, { onCopy: () => Promise.reject(new Error('no')) }));
  await press(root, '[data-copy="link"]');
  expect(find(root, '.copy-bar [role="status"]').textContent).toBe('The browser refused to copy.');
});

test('says so where the database holds no such record', async () => {
  const root = await draw(recordPage(null, { id: 'no-such' }));
  expect(find(root, 'h1').textContent).toBe('The database holds no claim with the id “no-such”.');
  expect(await faultsOf(root)).toEqual([]);
});
