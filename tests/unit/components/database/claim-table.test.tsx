// @vitest-environment happy-dom
/** The list of claims: status, topic, link, and the search. */
import { expect, test, vi } from 'vitest';
import { ClaimTable, claimAddress } from '../../../../components/database/ClaimTable';
import { readRoute } from '../../../../components/database/route';
import type { ClaimCard } from '../../../../lib/messages/protocol';
import { draw, faultsOf, find, type } from '../draw';
import { SAMPLE_CARD } from '../samples';

const CARDS: readonly ClaimCard[] = [
  SAMPLE_CARD,
  {
    ...SAMPLE_CARD,
    id: 'plant-built',
    topic: 'drones',
    proposition: 'Завод строится',
    status: 'reported',
    statements: [],
  },
];

const ignore = (): void => undefined;

function listed(root: HTMLElement): readonly (string | null)[] {
  return [...root.querySelectorAll('[data-claim]')].map((link) => link.getAttribute('data-claim'));
}

test.each(['en', 'ru', 'kk'] as const)('axe finds no fault in %s, and no key is left unsaid', async (lang) => {
  const root = await draw(<ClaimTable cards={CARDS} query="" onQuery={ignore} />, lang);
  expect(await faultsOf(root)).toEqual([]);
  expect(root.textContent).not.toMatch(/\b(?:database|topic|status|sources|shared)\.[a-z]/u);
});

test('lists every claim with status, topic and a link to its record', async () => {
  const root = await draw(<ClaimTable cards={CARDS} query="" onQuery={ignore} />);
  expect(listed(root)).toEqual(['jets-sold', 'plant-built']);
  expect(find(root, '.record-row').textContent).toContain('Denied');
  expect(find(root, '.record-row').textContent).toContain('Disposal of stocks');
  expect(find(root, '[data-claim]').getAttribute('href')).toBe('#/claim/jets-sold');
  expect(find(root, '[role="status"]').textContent).toBe('2 claims');
});

test.each([
  ['JETS', ['jets-sold']],
  ['завод', ['plant-built']],
  // The name of a speaker finds the claims that they speak on.
  ['ministry', ['jets-sold']],
  ['nothing of the kind', []],
] as const)('the search %o leaves %o', async (query, ids) => {
  const root = await draw(<ClaimTable cards={CARDS} query={query} onQuery={ignore} />);
  expect(listed(root)).toEqual(ids);
  if (ids.length === 0) expect(find(root, '[role="status"]').textContent).toContain(`“${query}”`);
});

test('tells what is typed', async () => {
  const onQuery = vi.fn<(query: string) => void>();
  await type(await draw(<ClaimTable cards={CARDS} query="" onQuery={onQuery} />), 'input', 'jets');
  expect(onQuery).toHaveBeenCalledWith('jets');
});

test.each(['jets-sold', 'ä/#?%', 'ж'])('the address of %s leads back to it', (id) => {
  expect(readRoute(claimAddress(id))).toBe(id);
});

test.each([
  ['', null],
  ['#', null],
  ['#/', null],
  ['#/claim/', null],
  ['#/other/x', null],
  ['#/claim/%zz', '%zz'],
] as const)('%o names the record %o', (hash, id) => {
  expect(readRoute(hash)).toBe(id);
});
