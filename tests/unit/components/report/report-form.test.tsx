// @vitest-environment happy-dom
/** The form of a report: filled from a draft or by hand, kept as it is typed, and nothing typed is lost when keeping fails. */
import { afterEach, expect, test, vi } from 'vitest';
import { act } from 'preact/test-utils';
import { ReportForm, type ReportFormProps } from '../../../../components/report/ReportForm';
import { CallError } from '../../../../lib/messages/call';
import { EMPTY_CONTENT } from '../../../../lib/reports/content';
import { draw, faultsOf, find, press, settle, type } from '../draw';
import { DRAFTED, makeProps } from './form-props';

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

/** Lets the typing rest. */
const rest = () => act(() => vi.advanceTimersByTimeAsync(1000).then(() => undefined));

afterEach(() => {
  vi.useRealTimers();
});

const TYPED = { content: EMPTY_CONTENT, isTyped: true } as const;

test.each(['en', 'ru', 'kk'] as const)('axe finds no fault with a draft and without one in %s', async (lang) => {
  expect(await faultsOf(await drawForm(makeProps(), lang))).toEqual([]);
  const empty = await drawForm(makeProps(TYPED), lang);
  expect(await faultsOf(empty)).toEqual([]);
  expect(empty.textContent).not.toMatch(/\breport\.[a-z]/u);
});

test('shows the quote inside its surroundings, and what the page says of itself', async () => {
  const root = await drawForm(makeProps());
  expect(find(root, 'blockquote').textContent).toBe('They say jets were sold last week.');
  expect(find(root, 'mark').textContent).toBe('jets were sold');
  expect([...root.querySelectorAll('dd')].map((fact) => fact.firstChild?.textContent)).toEqual([
    expect.stringContaining('https://news.example/jets'),
    'Jets',
    'A. Writer',
    '4 Jan 2026',
    'en',
  ]);
});

test('saves what was filled in, as ready', async () => {
  const props = makeProps();
  const root = await drawForm(props);
  await type(root, '[data-field="sentence"]', 'Jets were sold.');
  await type(root, '[data-field="parties"]', 'A to B');
  await type(root, '[data-field="figures"]', '81');
  await press(root, '[data-field="evidence:document"]');
  await type(root, '[data-field="note"]', 'Which jets?');
  await press(root, '[data-action="save"]');
  await settle();
  expect(props.onKeep).toHaveBeenLastCalledWith({
    ...makeProps().toReport(DRAFTED, 'ready'),
    sentence: 'Jets were sold.',
    parties: 'A to B',
    figures: '81',
    evidence: ['document'],
    note: 'Which jets?',
  });
  expect(find(root, '[role="status"]').textContent).toBe('Saved in this browser.');
});

test('when saving fails it says why, keeps every word, and copies it', async () => {
  const props = makeProps();
  props.onKeep.mockRejectedValue(new CallError('store', 'The disk is full.'));
  const root = await drawForm(props);
  await type(root, '[data-field="note"]', 'Which jets?');
  await press(root, '[data-action="save"]');
  await settle();
  expect(find(root, '[role="alert"]').textContent).toContain('The disk is full. Your text is still here.');
  expect(find<HTMLTextAreaElement>(root, '[data-field="note"]').value).toBe('Which jets?');
  expect(isLeavingGuarded()).toBe(true);
  await press(root, '[data-action="copy"]');
  await settle();
  expect(props.sharing.onCopy).toHaveBeenCalledWith('jets were sold Which jets?');
  expect(find(root, '[role="status"]').textContent).toBe('Copied.');
});

test('says so where the browser refuses the clipboard', async () => {
  const props = makeProps();
  vi.mocked(props.sharing.onCopy).mockRejectedValue(new Error('no'));
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

test('the whole address is kept only on purpose', async () => {
  const props = makeProps({ fullUrl: 'https://news.example/jets?id=7' });
  const root = await drawForm(props);
  await press(root, '[data-field="keep-url"]');
  await press(root, '[data-action="save"]');
  await settle();
  expect(props.onKeep.mock.lastCall?.[0].url).toBe('https://news.example/jets?id=7');
  await press(root, '[data-field="keep-url"]');
  await press(root, '[data-action="save"]');
  await settle();
  expect(props.onKeep.mock.lastCall?.[0].url).toBe('https://news.example/jets');
});

test('a private draft can be exported, never saved, not even by Enter', async () => {
  const props = makeProps({ isPrivate: true });
  const root = await drawForm(props);
  expect(root.textContent).toContain('This comes from a private window, so Dalel does not store it.');
  expect(root.querySelector('[data-action="save"]')).toBeNull();
  find<HTMLFormElement>(root, 'form').dispatchEvent(new Event('submit', { bubbles: true, cancelable: true }));
  await settle();
  await press(root, '[data-action="share"]');
  await press(root, '[data-action="save-file"]');
  expect(props.sharing.onFile).toHaveBeenCalledWith(
    'dalel-reports.json',
    find<HTMLTextAreaElement>(root, '[data-field="preview"]').value,
    'application/json',
  );
  const kinds = [...root.querySelectorAll('option')].map(({ value }) => value);
  expect(kinds).not.toContain('issue');
  expect(props.onKeep).not.toHaveBeenCalled();
  expect(props.sharing.onShared).not.toHaveBeenCalled();
  expect(await faultsOf(root)).toEqual([]);
});

test('says so where only the selection could be read', async () => {
  const content = { ...DRAFTED, limited: true, title: null, author: null, date: null, lang: null };
  const root = await drawForm(makeProps({ content }));
  expect(root.textContent).toContain('only the selected text');
  expect([...root.querySelectorAll('dd')].slice(1).map((fact) => fact.textContent)).toEqual(
    Array.from({ length: 4 }, () => 'not known'),
  );
});

test('a report on a whole page asks for the passage', async () => {
  const props = makeProps({ content: { ...DRAFTED, quote: EMPTY_CONTENT.quote } });
  const root = await drawForm(props);
  await press(root, '[data-action="save"]');
  expect(props.onKeep).not.toHaveBeenCalled();
  expect(find(root, '.field-error').textContent).toContain('Type or paste the passage first.');
  await type(root, '[data-field="quote"]', 'Jets were sold');
  await press(root, '[data-action="save"]');
  await settle();
  expect(props.onKeep.mock.lastCall?.[0].quote.exact).toBe('Jets were sold');
});

test('says so where the draft is gone, and takes words typed by hand', async () => {
  const props = makeProps({ ...TYPED, isGone: true });
  const root = await drawForm(props);
  expect(find(root, '[role="status"]').textContent).toContain('The draft is gone');
  await type(root, '[data-field="quote"]', 'Jets were sold');
  await type(root, '[data-field="url"]', ' https://news.example/a ');
  await type(root, '[data-field="title"]', 'News');
  await type(root, '[data-field="date"]', '2024-04-28');
  await type(root, '[data-field="lang"]', 'en');
  await press(root, '[data-action="save"]');
  await settle();
  expect(props.onKeep.mock.lastCall?.[0]).toMatchObject({
    quote: { type: 'TextQuoteSelector', exact: 'Jets were sold', prefix: '', suffix: '' },
    url: 'https://news.example/a',
    title: 'News',
    date: '2024-04-28',
    author: null,
    lang: 'en',
  });
});

test.each([
  ['  ', '', 'Type or paste the passage first.'],
  ['Jets', 'javascript:alert(1)', 'begins with http:// or https://'],
  ['Jets', 'news.example', 'begins with http:// or https://'],
] as const)('keeps back %o from %o and says what is missing', async (quote, url, words) => {
  const props = makeProps(TYPED);
  const root = await drawForm(props);
  await type(root, '[data-field="quote"]', quote);
  await type(root, '[data-field="url"]', url);
  await press(root, '[data-action="save"]');
  await press(root, '[data-action="share"]');
  expect(props.onKeep).not.toHaveBeenCalled();
  expect(root.querySelector('[data-share]')).toBeNull();
  expect(find(root, '[aria-invalid="true"]').getAttribute('aria-describedby')).not.toBeNull();
  expect(find(root, '.field-error').textContent).toContain(words);
  expect(await faultsOf(root)).toEqual([]);
});

test('what a card was about stands above, and a wrong mark asks for a note alone', async () => {
  const content = { ...DRAFTED, about: 'wrong-mark', claim: 'jets-sold' } as const;
  const root = await drawForm(makeProps({ content, subject: 'Jets were sold to B.' }));
  expect(find(root, '.subject').textContent).toBe('Wrong mark: Jets were sold to B.');
  expect(root.querySelector('[data-field="sentence"]')).toBeNull();
  expect(await faultsOf(root)).toEqual([]);
});

test('a review without a sound address is not kept, and the field says what it needs', async () => {
  const props = makeProps();
  const root = await drawForm(props);
  await type(root, '[data-field="reviewer"]', 'Checkers');
  await type(root, '[data-field="review-url"]', 'checkers.example');
  await press(root, '[data-action="save"]');
  expect(props.onKeep).not.toHaveBeenCalled();
  expect(find(root, '.field-error').textContent).toContain('address of the review');
});

test('sharing keeps the report first, and what left is kept as shared', async () => {
  const props = makeProps();
  const root = await drawForm(props);
  await press(root, '[data-action="share"]');
  await settle();
  expect(props.onKeep.mock.lastCall?.[0].state).toBe('ready');
  await press(root, '[data-action="save-file"]');
  await settle();
  expect(props.sharing.onShared).toHaveBeenCalledOnce();
  expect(find(root, '[data-kept]').textContent).toBe('Shared');
  expect(await faultsOf(root)).toEqual([]);
});

test('an issue opens at the address that was set, with the preview as its text', async () => {
  const props = makeProps();
  const issueAddress = 'https://forge.example/claims/issues/new';
  const root = await drawForm({ ...props, sharing: { ...props.sharing, issueAddress } });
  await press(root, '[data-action="share"]');
  await settle();
  const select = find<HTMLSelectElement>(root, '[data-field="share-kind"]');
  await act(() => {
    select.value = 'issue';
    select.dispatchEvent(new Event('change', { bubbles: true }));
  });
  const address = new URL(find<HTMLAnchorElement>(root, '[data-action="open-address"]').href);
  expect(address.origin + address.pathname).toBe(issueAddress);
  expect(address.searchParams.get('body')).toBe(find<HTMLTextAreaElement>(root, '[data-field="preview"]').value);
  expect(find(root, '[data-action="open-address"]').textContent).toBe('Open forge.example');
  await type(root, '[data-field="issue-address"]', 'ftp://forge.example/');
  await press(root, '[data-action="keep-issue-address"]');
  expect(props.sharing.onIssueAddress).not.toHaveBeenCalled();
  expect(find(root, '.field-error').textContent).toContain('https://');
});

test('what is typed is kept when the typing rests, once, as a draft', async () => {
  const props = makeProps();
  const root = await drawForm(props);
  vi.useFakeTimers();
  await type(root, '[data-field="note"]', 'W');
  await type(root, '[data-field="note"]', 'Wh');
  expect(find(root, '[data-kept]').getAttribute('data-kept')).toBe('no');
  await rest();
  expect(props.onKeep.mock.calls.map(([report]) => [report.state, report.note])).toEqual([['draft', 'Wh']]);
  expect(find(root, '[data-kept]').textContent).toBe('Draft');
  expect(isLeavingGuarded()).toBe(false);
});

test('nothing of a private draft is kept while it is typed', async () => {
  const props = makeProps({ isPrivate: true });
  const root = await drawForm(props);
  vi.useFakeTimers();
  await type(root, '[data-field="note"]', 'secret');
  await rest();
  expect(props.onKeep).not.toHaveBeenCalled();
});

test('known claims are offered, and the report is attached to the one that is chosen', async () => {
  const near = { id: 'jets-sold', proposition: 'Jets were sold to B.', status: 'denied', isFound: true } as const;
  const props = makeProps();
  props.onNear.mockResolvedValue([near]);
  vi.useFakeTimers();
  const root = await drawForm(props);
  await rest();
  expect(props.onNear).toHaveBeenCalledWith('jets were sold', 'en');
  expect(find(root, '.near').textContent).toContain('found in these words');
  vi.useRealTimers();
  await press(root, '[data-near="jets-sold"]');
  await press(root, '[data-action="save"]');
  await settle();
  expect(props.onKeep.mock.lastCall?.[0].claim).toBe('jets-sold');
  expect(await faultsOf(root)).toEqual([]);
});

test('a report is made a claim of one’s own: phrases are suggested, previewed and kept', async () => {
  const props = makeProps();
  vi.useFakeTimers();
  const root = await drawForm(props);
  await act(() => find(root, '[data-field="marking"]').click());
  await rest();
  expect(find<HTMLTextAreaElement>(root, '[data-field="phrases"]').value).toBe('jets\nsold');
  expect(find(root, '[data-preview]').textContent).toContain('In the reported passagejets were sold');
  expect(find(root, '[data-preview]').textContent).toContain('would mark nothing');
  expect(props.onKeep.mock.lastCall?.[0].marking).toEqual({ phrases: ['jets', 'sold'] });
  await type(root, '[data-field="phrases"]', 'jets / fighters\n\nsold ');
  await rest();
  expect(props.onKeep.mock.lastCall?.[0].marking).toEqual({ phrases: ['jets / fighters', 'sold'] });
  vi.useRealTimers();
  expect(await faultsOf(root)).toEqual([]);
  await press(root, '[data-field="marking"]');
  await press(root, '[data-action="save"]');
  await settle();
  expect(props.onKeep.mock.lastCall?.[0].marking).toBeNull();
});
