// @vitest-environment happy-dom
/** The form of a report: filled from a draft or by hand, and nothing typed is lost when saving fails. */
import { expect, test, vi } from 'vitest';
import { ReportForm, type ReportFormProps } from '../../../../components/report/ReportForm';
import { draw, faultsOf, find, press, settle, type } from '../draw';
import { SAMPLE_CAPTURE } from '../samples';

function makeProps(change: Partial<Pick<ReportFormProps, 'draft' | 'isGone' | 'note'>> = {}) {
  return {
    draft: { capture: SAMPLE_CAPTURE, isPrivate: false },
    isGone: false,
    onSave: vi.fn<ReportFormProps['onSave']>().mockResolvedValue(undefined),
    onExport: vi.fn<ReportFormProps['onExport']>(),
    onCopy: vi.fn<ReportFormProps['onCopy']>().mockResolvedValue(undefined),
    ...change,
  };
}

const drawForm = (props: ReportFormProps, lang: 'en' | 'ru' | 'kk' = 'en') =>
  draw(
    <main>
      <h1>Report</h1>
      <ReportForm {...props} />
    </main>,
    lang,
  );

/** Whether leaving the page now would make the browser ask. */
function isLeavingGuarded(): boolean {
  const event = new Event('beforeunload', { cancelable: true });
  window.dispatchEvent(event);
  return event.defaultPrevented;
}

test.each(['en', 'ru', 'kk'] as const)('axe finds no fault with a draft and without one in %s', async (lang) => {
  expect(await faultsOf(await drawForm(makeProps(), lang))).toEqual([]);
  const empty = await drawForm(makeProps({ draft: null }), lang);
  expect(await faultsOf(empty)).toEqual([]);
  expect(empty.textContent).not.toMatch(/\breport\.[a-z]/u);
});

test('shows the quote inside its surroundings, the address, the title and the language', async () => {
  const root = await drawForm(makeProps());
  expect(find(root, 'blockquote').textContent).toBe('They say jets were sold last week.');
  expect(find(root, 'mark').textContent).toBe('jets were sold');
  expect([...root.querySelectorAll('dd')].map((fact) => fact.firstChild?.textContent)).toEqual([
    expect.stringContaining('https://news.example/jets'),
    'Jets',
    'en',
  ]);
});

test('saves the capture as it came, with the note', async () => {
  const props = makeProps();
  const root = await drawForm(props);
  await type(root, '[data-field="note"]', 'Which jets?');
  await press(root, '[data-action="save"]');
  await settle();
  expect(props.onSave.mock.calls).toEqual([[{ capture: SAMPLE_CAPTURE, note: 'Which jets?' }]]);
  expect(find(root, '[role="status"]').textContent).toBe('Saved in this browser.');
});

test('a report that was saved before is taken up with its note', async () => {
  const root = await drawForm(makeProps({ note: 'Seen twice.' }));
  expect(find<HTMLTextAreaElement>(root, '[data-field="note"]').value).toBe('Seen twice.');
});

test('when saving fails it says why, keeps every word, and copies or exports it', async () => {
  const props = makeProps();
  props.onSave.mockRejectedValue(new Error('The disk is full.'));
  const root = await drawForm(props);
  await type(root, '[data-field="note"]', 'Which jets?');
  await press(root, '[data-action="save"]');
  await settle();
  expect(find(root, '[role="alert"]').textContent).toContain('The disk is full. Your text is still here.');
  expect(find<HTMLTextAreaElement>(root, '[data-field="note"]').value).toBe('Which jets?');
  expect(isLeavingGuarded()).toBe(true);
  await press(root, '[data-action="copy"]');
  await settle();
  expect(props.onCopy).toHaveBeenCalledWith({ capture: SAMPLE_CAPTURE, note: 'Which jets?' });
  expect(find(root, '[role="status"]').textContent).toBe('Copied.');
});

test('says so where the browser refuses the clipboard', async () => {
  const props = makeProps();
  props.onCopy.mockRejectedValue(new Error('no'));
  const root = await drawForm(props);
  await press(root, '[data-action="copy"]');
  await settle();
  expect(find(root, '[role="alert"]').textContent).toContain('copy it by hand');
});

test('the browser asks before unsaved words are left, and not once they are saved', async () => {
  const root = await drawForm(makeProps());
  expect(isLeavingGuarded()).toBe(false);
  await type(root, '[data-field="note"]', 'Which jets?');
  expect(isLeavingGuarded()).toBe(true);
  await press(root, '[data-action="save"]');
  await settle();
  expect(isLeavingGuarded()).toBe(false);
});

test('a private draft can be exported, never saved, not even by Enter', async () => {
  const props = makeProps({ draft: { capture: SAMPLE_CAPTURE, isPrivate: true } });
  const root = await drawForm(props);
  expect(root.textContent).toContain('This comes from a private window, so Dalel does not store it.');
  expect(root.querySelector('[data-action="save"]')).toBeNull();
  find<HTMLFormElement>(root, 'form').dispatchEvent(new Event('submit', { bubbles: true, cancelable: true }));
  await settle();
  expect(props.onSave).not.toHaveBeenCalled();
  await press(root, '[data-action="export"]');
  expect(props.onExport).toHaveBeenCalledWith({ capture: SAMPLE_CAPTURE, note: '' });
  expect(await faultsOf(root)).toEqual([]);
});

test('says so where only the selection could be read', async () => {
  const root = await drawForm(
    makeProps({ draft: { capture: { ...SAMPLE_CAPTURE, limited: true, title: null, lang: null }, isPrivate: false } }),
  );
  expect(root.textContent).toContain('only the selected text');
  expect([...root.querySelectorAll('dd')].slice(1).map((fact) => fact.textContent)).toEqual(['not known', 'not known']);
});

test('says so where the draft is gone, and takes words typed by hand', async () => {
  const props = makeProps({ draft: null, isGone: true });
  const root = await drawForm(props);
  expect(find(root, '[role="status"]').textContent).toContain('The draft is gone');
  await type(root, '[data-field="quote"]', 'Jets were sold');
  await type(root, '[data-field="url"]', ' https://news.example/a ');
  await type(root, '[data-field="title"]', 'News');
  await type(root, '[data-field="lang"]', 'en');
  await press(root, '[data-action="save"]');
  expect(props.onSave.mock.calls[0]?.[0].capture).toEqual({
    quote: { type: 'TextQuoteSelector', exact: 'Jets were sold', prefix: '', suffix: '' },
    position: null,
    url: 'https://news.example/a',
    title: 'News',
    lang: 'en',
    limited: false,
  });
});

test.each([
  ['  ', '', 'Type or paste the passage first.'],
  ['Jets', 'javascript:alert(1)', 'begins with http:// or https://'],
  ['Jets', 'news.example', 'begins with http:// or https://'],
] as const)('keeps back %o from %o and says what is missing', async (quote, url, words) => {
  const props = makeProps({ draft: null });
  const root = await drawForm(props);
  await type(root, '[data-field="quote"]', quote);
  await type(root, '[data-field="url"]', url);
  await press(root, '[data-action="save"]');
  await press(root, '[data-action="export"]');
  expect(props.onSave).not.toHaveBeenCalled();
  expect(props.onExport).not.toHaveBeenCalled();
  expect(find(root, '[aria-invalid="true"]').getAttribute('aria-describedby')).not.toBeNull();
  expect(find(root, '.field-error').textContent).toContain(words);
  expect(await faultsOf(root)).toEqual([]);
});

test('an address may stay empty', async () => {
  const props = makeProps({ draft: null });
  const root = await drawForm(props);
  await type(root, '[data-field="quote"]', 'Heard on the radio');
  await press(root, '[data-action="save"]');
  expect(props.onSave).toHaveBeenCalledOnce();
});
