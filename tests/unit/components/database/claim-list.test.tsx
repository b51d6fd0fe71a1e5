// @vitest-environment happy-dom
/** The list of claims: search, filters, what is asked of the address, and the way through it by keyboard. */
import { act } from 'preact/test-utils';
import { expect, test, vi } from 'vitest';
import { ClaimList, ROWS_A_STEP, type ClaimListProps } from '../../../../components/database/ClaimList';
import { WHOLE_LIST, type ListQuery } from '../../../../lib/records/route';
import { draw, faultsOf, find, type } from '../draw';
import { sampleRow } from '../samples';

const ROWS = [
  sampleRow('jets-sold', { proposition: 'Jets were sold abroad' }),
  sampleRow('plant-built', {
    topic: 'drones',
    proposition: 'Завод строится',
    lang: 'ru',
    status: 'reported',
    date: null,
  }),
];
const MANY = Array.from({ length: 100 }, (_, i) => sampleRow(`claim-${i}`));

const ignore = (): void => undefined;

function list(change: Partial<ClaimListProps> = {}, query: Partial<ListQuery> = {}) {
  const rows = change.rows ?? ROWS;
  return (
    <ClaimList
      rows={rows}
      total={rows.length}
      find={() => null}
      searchable={rows.length}
      speakers={[{ id: 'ministry', name: 'Ministry' }]}
      sources={[{ id: 'daily', name: 'Daily' }]}
      list={{ ...WHOLE_LIST, ...query }}
      focusOn={null}
      onList={ignore}
      {...change}
    />
  );
}

function listed(root: HTMLElement): readonly (string | null)[] {
  return [...root.querySelectorAll('[data-claim]')].map((link) => link.getAttribute('data-claim'));
}

const keyDown = (target: EventTarget, key: string): Promise<void> =>
  act(() => {
    target.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));
  });

test.each(['en', 'ru', 'kk'] as const)('axe finds no fault in %s, and no key is left unsaid', async (lang) => {
  const root = await draw(list({}, { q: 'x', topic: 'drones' }), lang);
  expect(await faultsOf(root)).toEqual([]);
  expect(root.textContent).not.toMatch(/\b(?:database|topic|status|sources|shared)\.[a-z]/u);
});

test('lists every claim with status, topic, date and a link to its record, in its language', async () => {
  const root = await draw(list());
  expect(listed(root)).toEqual(['jets-sold', 'plant-built']);
  for (const words of ['Denied', 'Disposal of stocks', '2 statements', '28 Apr 2024']) {
    expect(find(root, '.record-row').textContent).toContain(words);
  }
  expect(find(root, '[data-claim]').getAttribute('href')).toBe('#/claim/jets-sold');
  expect(find(root, '[data-claim="plant-built"]').lang).toBe('ru');
  expect(find(root, '[role="status"]').textContent).toBe('2 claims');
});

test('shows what the search found, in its order', async () => {
  const root = await draw(list({ find: () => Int32Array.of(1, 0) }, { q: 'x' }));
  expect(listed(root)).toEqual(['plant-built', 'jets-sold']);
});

test.each<[Partial<ListQuery>, string]>([
  [{ q: 'zz' }, 'No claim matches “zz”.'],
  [{ q: 'zz', topic: 'naval' }, 'No claim matches the search and the filters together.'],
  [{ topic: 'naval' }, 'No claim matches the search and the filters together.'],
])('says that nothing fits %j', async (query, says) => {
  const root = await draw(list({ find: ({ length }) => (length === 0 ? null : new Int32Array()) }, query));
  expect(listed(root)).toEqual([]);
  expect(find(root, '[role="status"]').textContent).toBe(says);
});

test('says how far the claims have been read while a search cannot cover all', async () => {
  const root = await draw(list({ total: 9, searchable: 4 }, { q: 'jets' }));
  expect(find(root, '[role="status"]').textContent).toBe('Reading the claims: 4 of 9 can be searched so far.');
});

test('counts all claims before all have arrived', async () => {
  expect(find(await draw(list({ total: 10_000 })), '[role="status"]').textContent).toBe('10,000 claims');
});

test('what is typed takes the place of the address before, what is chosen comes after it', async () => {
  const onList = vi.fn<ClaimListProps['onList']>();
  const root = await draw(list({ onList }, { steps: 3 }));
  await type(root, 'input', 'jets');
  expect(onList).toHaveBeenLastCalledWith({ ...WHOLE_LIST, q: 'jets' }, 'typed');
  await type(root, '[data-filter="topic"]', 'naval', 'change');
  expect(onList).toHaveBeenLastCalledWith({ ...WHOLE_LIST, topic: 'naval' }, 'chosen');
  for (const [filter, value] of [
    ['status', 'denied'],
    ['speaker', 'ministry'],
    ['source', 'daily'],
    ['year', '2024'],
  ] as const) {
    await type(root, `[data-filter="${filter}"]`, value, 'change');
    expect(onList).toHaveBeenLastCalledWith({ ...WHOLE_LIST, [filter]: value }, 'chosen');
  }
});

test('a filter that the address names and the database does not know shows as chosen, and can be taken off', async () => {
  const onList = vi.fn<ClaimListProps['onList']>();
  const root = await draw(list({ onList }, { speaker: 'nobody' }));
  expect(find<HTMLSelectElement>(root, '[data-filter="speaker"]').value).toBe('nobody');
  await type(root, '[data-filter="speaker"]', '', 'change');
  expect(onList).toHaveBeenLastCalledWith(WHOLE_LIST, 'chosen');
  expect([...root.querySelectorAll('a')].some((link) => link.textContent === 'Clear the filters')).toBe(true);
});

test('unfolds many rows in steps', async () => {
  const onList = vi.fn<ClaimListProps['onList']>();
  const root = await draw(list({ rows: MANY, onList }));
  expect(listed(root)).toHaveLength(ROWS_A_STEP);
  await act(() => find(root, '[data-action="more"]').click());
  expect(onList).toHaveBeenLastCalledWith({ ...WHOLE_LIST, steps: 2 }, 'typed');
  expect(listed(await draw(list({ rows: MANY }, { steps: 2 })))).toHaveLength(2 * ROWS_A_STEP);
  expect((await draw(list({ rows: MANY }, { steps: 4 }))).querySelector('[data-action="more"]')).toBeNull();
});

test('goes from the field into the list and through it by arrow keys', async () => {
  const root = await draw(list());
  const at = () => document.activeElement?.getAttribute('data-claim');
  find(root, 'input').focus();
  await keyDown(find(root, 'input'), 'ArrowDown');
  expect(at()).toBe('jets-sold');
  for (const [key, id] of [
    ['ArrowDown', 'plant-built'],
    ['ArrowDown', 'plant-built'],
    ['Home', 'jets-sold'],
    ['End', 'plant-built'],
    ['ArrowUp', 'jets-sold'],
  ] as const) {
    await keyDown(document.activeElement ?? root, key);
    expect([key, at()]).toEqual([key, id]);
  }
});

test('a slash puts the focus into the field, but is a letter where something is typed', async () => {
  const root = await draw(list());
  const field = find<HTMLInputElement>(root, 'input');
  await keyDown(find(root, '[data-claim]'), '/');
  expect(document.activeElement).toBe(field);
  const select = find(root, 'select');
  select.focus();
  await keyDown(select, '/');
  expect(document.activeElement).toBe(select);
});

test('the record that a reader comes back from has the focus', async () => {
  await draw(list({ focusOn: 'plant-built' }));
  expect(document.activeElement?.getAttribute('data-claim')).toBe('plant-built');
});
