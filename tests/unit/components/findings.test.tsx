// @vitest-environment happy-dom
/** The page of findings: what is saved and copied is what its preview shows. */
import { expect, test, vi } from 'vitest';
import { act } from 'preact/test-utils';
import { FindingsPage, type FindingsPageProps } from '../../../components/findings/FindingsPage';
import { draw, faultsOf, find, press } from './draw';

const PAGE: FindingsPageProps['page'] = {
  url: 'https://news.example/jets',
  title: 'Jets',
  lang: 'en',
  findings: [
    {
      claim: 'jets-sold',
      proposition: 'Jets were sold to B.',
      status: 'denied',
      stance: 'asserts',
      confidence: 0.9,
      quote: { exact: 'jets were sold', prefix: '', suffix: '' },
    },
  ],
};

const makeProps = (page = PAGE) => ({
  page,
  onFile: vi.fn<FindingsPageProps['onFile']>(),
  onCopy: vi.fn<FindingsPageProps['onCopy']>().mockResolvedValue(undefined),
});

test.each(['en', 'ru', 'kk'] as const)('axe finds no fault in %s, with findings and without', async (lang) => {
  expect(await faultsOf(await draw(<FindingsPage {...makeProps()} />, lang))).toEqual([]);
  const empty = await draw(<FindingsPage {...makeProps({ ...PAGE, findings: [] })} />, lang);
  expect(await faultsOf(empty)).toEqual([]);
  expect(empty.querySelector('textarea')).toBeNull();
});

test.each(['markdown', 'annotation', 'json', 'text'])('%s is saved and copied as it is shown', async (form) => {
  const props = makeProps();
  const root = await draw(<FindingsPage {...props} />);
  const select = find<HTMLSelectElement>(root, 'select');
  await act(() => {
    select.value = form;
    select.dispatchEvent(new Event('change', { bubbles: true }));
  });
  const shown = find<HTMLTextAreaElement>(root, 'textarea').value;
  expect(shown).toContain('jets were sold');
  await press(root, '[data-action="save-file"]');
  expect(props.onFile.mock.lastCall?.[1]).toBe(shown);
  await press(root, '[data-action="copy-form"]');
  expect(props.onCopy).toHaveBeenLastCalledWith(shown);
});
