// @vitest-environment happy-dom
/** Speakers and sources: what each said over time, and how denials turned out, as counts and nothing else. */
import { expect, test } from 'vitest';
import { SourcesPage, SpeakersPage } from '../../../../components/database/NameList';
import { SourcePage } from '../../../../components/database/SourcePage';
import { SpeakerPage } from '../../../../components/database/SpeakerPage';
import type { SaidRow, SpeakerRecord } from '../../../../lib/messages/protocol';
import { draw, faultsOf, find, type } from '../draw';
import { SAMPLE_DENIAL, sampleSource } from '../samples';

const said = (id: string, change: Partial<SaidRow> = {}): SaidRow => ({
  claim: id,
  proposition: `Proposition of ${id}`,
  status: 'denied',
  statement: { ...SAMPLE_DENIAL, id },
  isConfirmedLater: false,
  ...change,
});
const MINISTRY: SpeakerRecord = {
  id: 'ministry',
  name: 'Ministry',
  speakerClass: 'official',
  office: 'press service',
  said: [
    said('a', { isConfirmedLater: true, status: 'contested' }),
    ...['b', 'c', 'd', 'e'].map((id) => said(id)),
    said('f', { statement: { ...SAMPLE_DENIAL, id: 'f', kind: 'comment' } }),
  ],
  denials: { all: { denials: 6, days: 5 }, confirmedLater: { denials: 1, days: 1 } },
};
const SPEAKERS = [
  { id: 'ministry', name: 'Ministry', speakerClass: 'official', office: 'press service', statements: 6 },
  { id: 'scholar', name: 'A scholar', speakerClass: 'expert', office: null, statements: 1 },
] as const;

const shown = (root: HTMLElement): readonly (string | null)[] =>
  [...root.querySelectorAll('[data-said]')].map((row) => row.getAttribute('data-said'));

const pages = [
  ['speakers', <SpeakersPage key="1" speakers={SPEAKERS} />],
  ['a speaker', <SpeakerPage key="2" id="ministry" found={MINISTRY} only="all" />],
  ['a speaker that is not known', <SpeakerPage key="3" id="nobody" found={null} only="all" />],
  ['sources', <SourcesPage key="4" sources={[sampleSource('daily'), sampleSource('blog', { on: false })]} />],
  [
    'a source',
    <SourcePage key="5" id="daily" found={{ source: sampleSource('daily'), lang: 'uz', said: MINISTRY.said }} />,
  ],
  ['a source that is not known', <SourcePage key="6" id="nobody" found={null} />],
] as const;

test.each(pages.flatMap(([what, page]) => (['en', 'ru', 'kk'] as const).map((lang) => [what, lang, page] as const)))(
  'axe finds no fault in %s in %s, and no key is left unsaid',
  async (_what, lang, page) => {
    const root = await draw(page, lang);
    expect(await faultsOf(root)).toEqual([]);
    expect(root.textContent).not.toMatch(/\b(?:database|speaker|speaker-class|source|timeline|status|sources)\.[a-z]/u);
  },
);

test.each([
  ['all', ['a/a', 'b/b', 'c/c', 'd/d', 'e/e', 'f/f']],
  ['denials', ['a/a', 'b/b', 'c/c', 'd/d', 'e/e']],
  ['confirmed-later', ['a/a']],
] as const)('shows %s of what a speaker said', async (only, rows) => {
  const root = await draw(<SpeakerPage id="ministry" found={MINISTRY} only={only} />);
  expect(shown(root)).toEqual(rows);
  expect(find(root, '[aria-current="page"]').getAttribute('data-set')).toBe(only);
});

test('counts denials and those on claims that were confirmed later, each with the way to them', async () => {
  const root = await draw(<SpeakerPage id="ministry" found={MINISTRY} only="all" />);
  const sets = [...root.querySelectorAll('[data-set]')].map((link) => [link.textContent, link.getAttribute('href')]);
  expect(sets.slice(1)).toEqual([
    ['6 denials, on 5 days', '#/speaker/ministry?only=denials'],
    ['1 on a claim that was confirmed later, on 1 day', '#/speaker/ministry?only=confirmed-later'],
  ]);
  expect(root.textContent).not.toMatch(/%|percent|reliab|often|rarely/iu);
});

test('says nothing of how denials turned out under five days', async () => {
  const few = { ...MINISTRY, denials: null };
  const root = await draw(<SpeakerPage id="ministry" found={few} only="confirmed-later" />);
  expect(root.querySelector('[data-set]')).toBeNull();
  expect(root.textContent).not.toContain('confirmed later');
  expect(shown(root)).toHaveLength(6);
});

test('each statement names the claim with its status, and leads to it', async () => {
  const row = find(await draw(<SpeakerPage id="ministry" found={MINISTRY} only="all" />), '[data-said="a/a"]');
  expect(find(row, '.about a').getAttribute('href')).toBe('#/claim/a');
  for (const words of ['Denial', '28 Apr 2024', 'a sale abroad', 'Contested', 'Daily']) {
    expect(row.textContent).toContain(words);
  }
});

test('a source says that it is off, and who spoke', async () => {
  const found = { source: sampleSource('daily', { on: false }), lang: null, said: MINISTRY.said };
  const root = await draw(<SourcePage id="daily" found={found} />);
  expect(root.textContent).toContain('This source is off.');
  expect(find(root, '[data-said]').textContent).toContain('Ministry');
});

test('the list of speakers is searched by name and office', async () => {
  const root = await draw(<SpeakersPage speakers={SPEAKERS} />);
  const names = () => [...root.querySelectorAll('[data-name]')].map((link) => link.getAttribute('data-name'));
  expect(names()).toEqual(['ministry', 'scholar']);
  await type(root, 'input', 'PRESS');
  expect(names()).toEqual(['ministry']);
  expect(find(root, '[role="status"]').textContent).toBe('1 speaker');
  expect(find(root, '[data-name]').getAttribute('href')).toBe('#/speaker/ministry');
});
