// @vitest-environment happy-dom
/** Subscribing on the page of packs: the dialog before anything is asked, and how a subscription is told of. */
import { expect, test, vi } from 'vitest';
import { act } from 'preact/test-utils';
import { PacksPage, type PacksPageProps } from '../../../components/packs/PacksPage';
import { sayUpdateFault } from '../../../components/packs/update-fault';
import type { Offered, PackRow, SubscriptionRow } from '../../../lib/messages/pack-rows';
import type { UpdateFault } from '../../../lib/packs/update-fault';
import { LANGUAGES } from '../../../lib/words/languages';
import { wordsFor } from '../../../lib/words/words';
import { otherPack } from '../../support/other-pack';
import { draw, faultsOf, find, press, settle, type } from './draw';

const ADDRESS = 'https://lake.example/pack.json';
const HEADER = { ...otherPack().header, key: 'K', expires: '2026-11-01' };
const OFFER: Offered = { id: 'lake-claims', address: ADDRESS, header: HEADER, fingerprint: '0123 abcd' };
const SUBSCRIPTION: SubscriptionRow = {
  address: ADDRESS,
  triedAt: Date.parse('2026-11-22T10:00:00Z'),
  nextAt: Date.parse('2026-11-23T10:00:00Z'),
  notBefore: null,
  failures: 0,
  fault: null,
  offer: null,
};
const packOf = (change: Partial<PackRow> = {}): PackRow => ({
  id: 'lake-claims',
  header: HEADER,
  isBundled: false,
  isOn: true,
  from: ADDRESS,
  loadedAt: '2026-11-22T10:00:00.000Z',
  fingerprint: '0123 abcd',
  canUndo: false,
  changes: null,
  isOld: false,
  withdrawn: [],
  subscription: SUBSCRIPTION,
  ...change,
});

const makeProps = (packs: readonly PackRow[] = []) => ({
  packs,
  isDeveloper: false,
  onFile: vi.fn<PacksPageProps['onFile']>(),
  onSwitch: vi.fn<PacksPageProps['onSwitch']>(),
  onMove: vi.fn<PacksPageProps['onMove']>(),
  onUndo: vi.fn<PacksPageProps['onUndo']>(),
  onRemove: vi.fn<PacksPageProps['onRemove']>(),
  onAsk: vi.fn<PacksPageProps['onAsk']>().mockResolvedValue({ ok: true, offer: OFFER }),
  onTake: vi.fn<PacksPageProps['onTake']>().mockResolvedValue({ kind: 'updated' }),
  onLeave: vi.fn<PacksPageProps['onLeave']>().mockResolvedValue(null),
  onUpdate: vi.fn<PacksPageProps['onUpdate']>().mockResolvedValue({ kind: 'unchanged' }),
});

async function submit(root: HTMLElement, address: string): Promise<void> {
  await type(root, '[data-field="pack-address"]', address);
  await act(() => void find(root, 'form').dispatchEvent(new Event('submit', { bubbles: true, cancelable: true })));
}

test('the dialog names the host and what is sent before anything is asked, then the fingerprint', async () => {
  const props = makeProps();
  const root = await draw(<PacksPage {...props} />);
  await submit(root, `${ADDRESS}#part`);
  const dialog = find(root, 'dialog');
  expect(dialog.textContent).toContain('Ask lake.example for a pack?');
  expect(dialog.textContent).toContain(ADDRESS);
  expect(dialog.textContent).toContain('no cookie');
  expect(props.onAsk).not.toHaveBeenCalled();
  await press(root, '[data-action="ask"]');
  await settle();
  expect(props.onAsk).toHaveBeenCalledWith(ADDRESS);
  expect(find(root, 'dialog').textContent).toContain('0123 abcd');
  expect(props.onTake).not.toHaveBeenCalled();
  await press(root, '[data-action="subscribe"]');
  await settle();
  expect(props.onTake).toHaveBeenCalledWith('lake-claims');
  expect(root.querySelector('dialog')).toBeNull();
  expect(root.textContent).toContain('You are subscribed to Claims of the lake (lake-claims).');
});

test('a dialog that is left keeps nothing', async () => {
  const props = makeProps();
  const root = await draw(<PacksPage {...props} />);
  await submit(root, ADDRESS);
  await press(root, '[data-action="cancel"]');
  expect(props.onAsk).not.toHaveBeenCalled();
  await submit(root, ADDRESS);
  await press(root, '[data-action="ask"]');
  await settle();
  await press(root, '[data-action="cancel"]');
  await settle();
  expect(props.onLeave).toHaveBeenCalledWith('lake-claims');
  expect(root.querySelector('dialog')).toBeNull();
});

test('an address that breaks a rule is told at the field, and one that is refused in the dialog', async () => {
  const props = makeProps();
  const root = await draw(<PacksPage {...props} />);
  await submit(root, 'http://127.0.0.1/pack.json');
  expect(root.querySelector('dialog')).toBeNull();
  expect(find(root, '#pack-address-fault').textContent).toContain('developer subscriptions');
  props.onAsk.mockResolvedValue({ ok: false, fault: { kind: 'html' } });
  await submit(root, ADDRESS);
  await press(root, '[data-action="ask"]');
  await settle();
  expect(find(root, 'dialog [role="alert"]').textContent).toContain('leads to a web page');
  props.onAsk.mockRejectedValue(new Error('The browser has no room left.'));
  await press(root, '[data-action="cancel"]');
  await submit(root, ADDRESS);
  await press(root, '[data-action="ask"]');
  await settle();
  expect(find(root, 'dialog [role="alert"]').textContent).toContain('no room left');
});

test('a pack that came by file and names its address offers to be subscribed to', async () => {
  const pack = packOf({ subscription: null, header: { ...HEADER, update: ADDRESS } });
  const root = await draw(<PacksPage {...makeProps([pack])} />);
  await press(root, '[data-action="subscribe.this:lake-claims"]');
  expect(find(root, 'dialog').textContent).toContain('lake.example');
  const unsigned = packOf({ subscription: null, header: { ...otherPack().header, update: ADDRESS } });
  const other = await draw(<PacksPage {...makeProps([unsigned])} />);
  expect(other.querySelector('[data-action="subscribe.this:lake-claims"]')).toBeNull();
});

test('a try by hand says what became of it', async () => {
  const props = makeProps([packOf()]);
  const root = await draw(<PacksPage {...props} />);
  const told = () => find(root, '[data-outcome="lake-claims"]').textContent;
  await press(root, '[data-action="update:lake-claims"]');
  await settle();
  expect(told()).toBe('There is nothing new.');
  props.onUpdate.mockResolvedValue({ kind: 'wait', until: Date.parse('2026-11-22T10:01:00Z') });
  await press(root, '[data-action="update:lake-claims"]');
  await settle();
  expect(told()).toMatch(/cannot be asked again before 22 Nov 2026, \d\d:\d\d\./u);
});

test('what is wrong, and what waits for a word, is told in sentences', async () => {
  const subscription: SubscriptionRow = {
    ...SUBSCRIPTION,
    failures: 3,
    fault: { kind: 'busy', status: 429 },
    notBefore: Date.parse('2026-11-24T10:00:00Z'),
    offer: { revision: 2, gone: 3, of: 4 },
  };
  const why = { en: 'The letter was forged.' };
  const withdrawn = [
    { id: 'a', proposition: { en: 'Six boats were sold.' }, date: '2026-11-20', why },
    { id: 'b', proposition: null, date: '2026-11-20', why },
  ];
  const props = makeProps([packOf({ subscription, isOld: true, withdrawn })]);
  const root = await draw(<PacksPage {...props} />);
  const text = find(root, '[data-pack="lake-claims"]').textContent;
  for (const words of [
    '(code 429)',
    '3 tries in a row failed',
    'left alone until 24 Nov 2026',
    'lacks 3 of the 4 claims',
    'vouched for it until 1 Nov 2026',
    '2 claims were withdrawn',
    'Six boats were sold.',
    'A claim that you do not have: b',
    'The letter was forged.',
  ])
    expect(text).toContain(words);
  await press(root, '[data-action="take:lake-claims"]');
  await press(root, '[data-action="leave:lake-claims"]');
  expect(props.onTake).toHaveBeenCalledWith('lake-claims');
  expect(props.onLeave).toHaveBeenCalledWith('lake-claims');
});

test.each(LANGUAGES)('axe finds no fault in %s', async (lang) => {
  const subscription: SubscriptionRow = {
    ...SUBSCRIPTION,
    fault: { kind: 'offline' },
    offer: { revision: 2, gone: 3, of: 4 },
  };
  const root = await draw(<PacksPage {...makeProps([packOf({ subscription, isOld: true })])} />, lang);
  await submit(root, 'nothing');
  expect(await faultsOf(root)).toEqual([]);
  await submit(root, ADDRESS);
  expect(await faultsOf(root)).toEqual([]);
  await press(root, '[data-action="ask"]');
  await settle();
  expect(await faultsOf(root)).toEqual([]);
  expect(root.textContent).not.toMatch(/\bpacks\.[a-z]|\{\w+\}/u);
});

test.each(LANGUAGES)('every reason has its words in %s', (lang) => {
  const faults: readonly UpdateFault[] = [
    { kind: 'not-address' },
    { kind: 'not-https' },
    { kind: 'with-user' },
    { kind: 'local-address' },
    { kind: 'not-subscribed' },
    { kind: 'unreachable' },
    { kind: 'offline' },
    { kind: 'html' },
    { kind: 'subscribed' },
    { kind: 'status', status: 1500 },
    { kind: 'busy', status: 429 },
    { kind: 'stalled', seconds: 30 },
    { kind: 'too-slow', seconds: 240 },
    { kind: 'wrong-type', type: 'image/png' },
    { kind: 'wrong-type', type: '' },
    { kind: 'other-pack', held: 'a', given: 'b' },
    { kind: 'older', held: 2, given: 1 },
    { kind: 'retractions', fault: { kind: 'other-pack' } },
    { kind: 'retractions', fault: { kind: 'status', status: 404 } },
  ];
  const say = wordsFor(lang);
  for (const fault of faults) expect(sayUpdateFault(fault, say)).not.toMatch(/packs\.fault|\{\w+\}/u);
  expect(sayUpdateFault({ kind: 'status', status: 1500 }, say)).toContain('1500');
});
