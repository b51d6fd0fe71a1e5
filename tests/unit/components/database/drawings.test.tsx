// @vitest-environment happy-dom
/** Timeline, echo tree and ladder: an image with words for it, and the same as a list. */
import { expect, test } from 'vitest';
import { EchoTree } from '../../../../components/database/EchoTree';
import { Ladder } from '../../../../components/database/Ladder';
import { Timeline } from '../../../../components/database/Timeline';
import { makeTimeline } from '../../../../lib/records/timeline';
import type { StatementKind } from '../../../../lib/engine/pack/schema';
import { draw, faultsOf, find } from '../draw';
import { SAMPLE_DENIAL, SAMPLE_RECORD } from '../samples';

const event = (id: string, kind: StatementKind, date: string | null) => ({
  ...SAMPLE_DENIAL,
  id,
  kind,
  date,
  speaker: id,
});
const TIMELINE = makeTimeline(
  [
    event('a', 'report', '2024-04-26'),
    event('b', 'denial', '2024-04-28'),
    event('c', 'doubt', '2024-04-28'),
    event('d', 'comment', '2024-04-28'),
    event('e', 'confirmation', '2026'),
    event('f', 'report', null),
  ],
  { date: '2024-04', by: 'A channel' },
);
const LINEAGE = [
  { teller: 'A channel with a name that is far too long to stand beside its dot' },
  {
    teller: 'Daily',
    document: 'one',
    repeats: ['A channel with a name that is far too long to stand beside its dot', 'Blog'],
  },
  { teller: 'Wire', repeats: ['Daily'] },
];

const drawings = [
  ['timeline', <Timeline key="t" timeline={TIMELINE} />],
  ['echo', <EchoTree key="e" lineage={LINEAGE} documents={SAMPLE_RECORD.documents} />],
  ['ladder', <Ladder key="l" rung="contract" />],
] as const;

test.each(drawings.flatMap(([of, what]) => (['en', 'ru', 'kk'] as const).map((lang) => [of, lang, what] as const)))(
  'the %s in %s is an image with a title and a description, and axe finds no fault',
  async (of, lang, what) => {
    const root = await draw(
      <main>
        <h1>Page</h1>
        <h2>Part</h2>
        {what}
      </main>,
      lang,
    );
    const svg = find(root, `svg[data-drawing="${of}"]`);
    expect(svg.getAttribute('role')).toBe('img');
    for (const [relation, tag] of [
      ['aria-labelledby', 'title'],
      ['aria-describedby', 'desc'],
    ] as const) {
      const named = document.getElementById(svg.getAttribute(relation) ?? '');
      expect(named?.tagName.toLowerCase()).toBe(tag);
      expect(named?.textContent).not.toMatch(/^(?:timeline|echo|ladder)\.|^$/u);
    }
    expect(await faultsOf(root)).toEqual([]);
  },
);

test('a timeline says as a list what it draws, and what it cannot draw', async () => {
  const root = await draw(<Timeline timeline={TIMELINE} />);
  expect([...root.querySelectorAll('ol [data-event]')].map((row) => row.textContent)).toEqual([
    'April 2024First report A channel',
    '26 Apr 2024Report a',
    '28 Apr 2024Denial b',
    '28 Apr 2024Doubt c',
    '28 Apr 2024Comment d',
    '2026Confirmation e',
  ]);
  expect([...root.querySelectorAll('ul [data-event]')].map((row) => row.textContent)).toEqual(['Report f']);
  // Two views of one day are one dot with their number.
  expect(find(root, '.dot.is-view .number').textContent).toBe('2');
  expect(root.querySelectorAll('.dot')).toHaveLength(5);
});

test('a timeline without dates draws nothing and says all', async () => {
  const root = await draw(<Timeline timeline={makeTimeline([event('f', 'report', null)], null)} />);
  expect(root.querySelector('svg')).toBeNull();
  expect(root.querySelectorAll('[data-event]')).toHaveLength(1);
});

test('an echo tree says how many go back to how many, and whom each relied on', async () => {
  const root = await draw(<EchoTree lineage={LINEAGE} documents={SAMPLE_RECORD.documents} />);
  expect(find(root, '.summary').textContent).toBe('2 tellers repeat others, 2 origins');
  expect(root.querySelectorAll('path.line')).toHaveLength(3);
  expect(root.querySelectorAll('path.also')).toHaveLength(1);
  expect(find(root, '[data-teller="Daily"]').textContent).toContain('far too long to stand beside its dot, Blog');
  expect(find(root, '[data-teller="Daily"] a').getAttribute('href')).toBe('https://daily.example/1');
  expect(find(root, '[data-teller="Blog"]').textContent).toContain('origin');
});

test('a ladder has its rung marked in the drawing and in the list', async () => {
  const root = await draw(<Ladder rung="contract" />);
  expect(find(root, '.is-here').textContent).toBe('Contract');
  expect(find(root, '[aria-current="step"]').textContent).toBe('Contract');
  expect(find(root, 'desc').textContent).toContain('Contract');
  expect(root.querySelectorAll('li')).toHaveLength(9);
});
