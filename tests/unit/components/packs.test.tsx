// @vitest-environment happy-dom
/** The page of packs: what a pack says of itself, what can be done with it, and why one was refused. */
import { expect, test, vi } from 'vitest';
import { PacksPage, type PacksPageProps } from '../../../components/packs/PacksPage';
import { sayPackFault } from '../../../components/packs/pack-fault';
import type { PackRow } from '../../../lib/messages/pack-rows';
import { LANGUAGES } from '../../../lib/words/languages';
import { wordsFor } from '../../../lib/words/words';
import { soundPack } from '../compile/sound';
import { act } from 'preact/test-utils';
import { draw, faultsOf, find, press, settle } from './draw';

const BUNDLED: PackRow = {
  id: 'bundled',
  header: soundPack().header,
  isBundled: true,
  isOn: true,
  from: '',
  loadedAt: '',
  fingerprint: null,
  canUndo: false,
  changes: null,
  isOld: false,
  withdrawn: [],
  subscription: null,
};
const loaded = (id: string, change: Partial<PackRow> = {}): PackRow => ({
  ...BUNDLED,
  id,
  header: {
    ...soundPack().header,
    id,
    title: { en: `Pack ${id}` },
    homepage: 'https://editor.example/',
    measured: { precision: 0.97, recall: 0.8, on: '200 pages' },
  },
  isBundled: false,
  from: `${id}.json`,
  loadedAt: '2026-11-22T10:00:00.000Z',
  fingerprint: 'abcd 0123',
  ...change,
});

const makeProps = (packs: readonly PackRow[] = [BUNDLED, loaded('one'), loaded('two')]) => ({
  packs,
  onFile: vi.fn<PacksPageProps['onFile']>().mockResolvedValue({ ok: true, id: 'one' }),
  onSwitch: vi.fn<PacksPageProps['onSwitch']>().mockResolvedValue(null),
  onMove: vi.fn<PacksPageProps['onMove']>().mockResolvedValue(null),
  onUndo: vi.fn<PacksPageProps['onUndo']>().mockResolvedValue(null),
  onRemove: vi.fn<PacksPageProps['onRemove']>().mockResolvedValue(null),
  isDeveloper: false,
  onAsk: vi.fn<PacksPageProps['onAsk']>().mockResolvedValue({ ok: false, fault: { kind: 'unreachable' } }),
  onTake: vi.fn<PacksPageProps['onTake']>().mockResolvedValue({ kind: 'updated' }),
  onLeave: vi.fn<PacksPageProps['onLeave']>().mockResolvedValue(null),
  onUpdate: vi.fn<PacksPageProps['onUpdate']>().mockResolvedValue({ kind: 'unchanged' }),
});

async function drop(root: HTMLElement, file: File): Promise<void> {
  const event = new Event('drop', { bubbles: true, cancelable: true });
  Object.assign(event, { dataTransfer: { files: [file] } });
  await act(() => void find(root, 'main').dispatchEvent(event));
  await settle();
}

test.each([
  ['en', 'precision 98 %, recall 88 % (our sentences)'],
  ['ru', 'точность 98 %, полнота 88 % (наши предложения)'],
] as const)('what was measured on is told in %s', async (lang, told) => {
  const measured = { precision: 0.98, recall: 0.88, on: { en: 'our sentences', ru: 'наши предложения' } };
  const root = await draw(
    <PacksPage {...makeProps([{ ...BUNDLED, header: { ...BUNDLED.header, measured } }])} />,
    lang,
  );
  expect(root.textContent).toContain(told);
});

test.each(LANGUAGES)('axe finds no fault in %s', async (lang) => {
  const changes = [
    { kind: 'new', id: 'a', proposition: { en: 'A' }, status: 'denied' },
    { kind: 'status', id: 'b', proposition: { en: 'B' }, before: 'reported', after: 'denied' },
    { kind: 'withdrawn', id: 'c', proposition: { en: 'C' } },
  ] as const;
  const root = await draw(<PacksPage {...makeProps([BUNDLED, loaded('one', { changes, canUndo: true })])} />, lang);
  expect(await faultsOf(root)).toEqual([]);
  expect(root.textContent).not.toMatch(/\bpacks\.[a-z]/u);
});

test('a pack says whose it is, what it holds and how well it finds', async () => {
  const root = await draw(<PacksPage {...makeProps()} />);
  const text = find(root, '[data-pack="one"]').textContent;
  for (const words of [
    'Pack one',
    'precision 97 %, recall 80 % (200 pages)',
    'https://editor.example/',
    'one.json',
    'abcd 0123',
  ])
    expect(text).toContain(words);
  expect(find(root, '[data-pack="bundled"]').textContent).toContain('Came with Dalel');
  expect(root.querySelector('[data-pack="bundled"] button')).toBeNull();
});

test('what can be done with a pack is asked for', async () => {
  const props = makeProps([BUNDLED, loaded('one'), loaded('two', { canUndo: true })]);
  const root = await draw(<PacksPage {...props} />);
  await press(root, '[data-switch="pack:one"]');
  await press(root, '[data-action="up:two"]');
  await press(root, '[data-action="undo:two"]');
  expect(props.onSwitch).toHaveBeenCalledWith('one', false);
  expect(props.onMove).toHaveBeenCalledWith('two', -1);
  expect(props.onUndo).toHaveBeenCalledWith('two');
  expect(root.querySelector('[data-action="up:one"]')).toBeNull();
  expect(root.querySelector('[data-action="undo:one"]')).toBeNull();
});

test.each(LANGUAGES)('a pack is removed after one more question, in %s', async (lang) => {
  const props = makeProps();
  const root = await draw(<PacksPage {...props} />, lang);
  await press(root, '[data-action="remove:one"]');
  expect(find(root, '[data-pack="one"] [role="alert"]').textContent).toContain('Pack one');
  expect(await faultsOf(root)).toEqual([]);
  await press(root, '[data-action="not:remove:one"]');
  expect(props.onRemove).not.toHaveBeenCalled();
  await press(root, '[data-action="remove:one"]');
  await press(root, '[data-action="now:remove:one"]');
  expect(props.onRemove.mock.calls).toEqual([['one']]);
});

test('a file that is dropped is loaded; one that is refused says why, and that nothing was lost', async () => {
  const props = makeProps();
  const root = await draw(<PacksPage {...props} />);
  await drop(root, new File(['{}'], 'one.json'));
  expect(props.onFile).toHaveBeenCalledOnce();
  expect(find(root, '[role="status"]').textContent).toContain('one.json is loaded');
  props.onFile.mockResolvedValue({ ok: false, fault: { kind: 'older', held: 5, given: 4 } });
  await drop(root, new File(['{}'], 'old.json'));
  expect(find(root, '[role="alert"]').textContent).toBe(
    'old.json was not loaded. It is revision 4, and you have 5 already.What you had stays as it was.',
  );
  props.onFile.mockRejectedValue(new Error('The browser has no room left.'));
  await drop(root, new File(['{}'], 'big.json'));
  expect(find(root, '[role="alert"]').textContent).toContain('no room left');
});

test.each(LANGUAGES)('every refusal has its words in %s', (lang) => {
  const say = wordsFor(lang);
  const faults = [
    { kind: 'file-too-large', most: 2_000_000 },
    { kind: 'too-deep', most: 12 },
    { kind: 'forbidden-name', name: '__proto__' },
    { kind: 'newer-format', found: 2 },
    { kind: 'bad-field', field: 'header.id', reason: 'Expected' },
    { kind: 'twice', field: 'claims', id: 'a' },
    { kind: 'unknown', field: 'claims', id: 'a' },
    { kind: 'unreadable', reason: 'x' },
    { kind: 'older', held: 2, given: 1 },
    { kind: 'same', held: 2 },
    { kind: 'expired', day: '2026-01-01' },
    { kind: 'bundled' },
    { kind: 'bad-signature' },
    { kind: 'unsigned' },
    { kind: 'other-key' },
  ] as const;
  for (const fault of faults) expect(sayPackFault(fault, say)).not.toMatch(/packs\.fault|\{\w+\}/u);
});
