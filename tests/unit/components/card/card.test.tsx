// @vitest-environment happy-dom
import { afterEach, describe, expect, test, vi } from 'vitest';
import axe from 'axe-core';
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { Card, sayCounts } from '../../../../components/card/Card';
import { Outline } from '../../../../components/card/Outline';
import { Statement } from '../../../../components/card/Statement';
import type { CardStatement } from '../../../../lib/messages/protocol';
import type { AsOf } from '../../../../lib/page/as-of';
import type { CardClaim, CardView } from '../../../../lib/page/card-view';
import { wordsFor } from '../../../../lib/words/words';
import type { Say } from '../../../../lib/words/say';
import { cardOf, findingAt } from '../../page/page-fixture';

// The card is handed a catalogue of text keys; here that is the whole English one.
const say = wordsFor('en') as Say;
const NO_COUNTS = { denial: 0, doubt: 0, support: 0, confirmation: 0, report: 0, comment: 0 };

const statement = (id: string, change: Partial<CardStatement> = {}): CardStatement => ({
  id,
  kind: 'denial',
  speaker: `Speaker ${id}`,
  speakerClass: 'official',
  office: 'press service',
  date: '2024-04-28',
  scope: null,
  summary: `Summary ${id}.`,
  documents: [
    { source: 'Daily', kind: 'independent-media', title: 'Title', url: 'https://daily.example/1', lang: 'en' },
  ],
  ...change,
});

const claim = (id: string, change: Partial<CardClaim> = {}): CardClaim => ({
  card: cardOf(id, { statements: ['a', 'b', 'c', 'd'].map((key) => statement(key)), origin: ['First', 'Second'] }),
  finding: findingAt(0, 9, {
    quote: 'sold jets',
    evidence: [
      { role: 'action', text: 'sold', start: findingAt(0, 4).start },
      { role: 'giver', text: 'The firm', start: null },
    ],
    figures: [{ role: 'count', page: '117', record: '81 of 117' }],
  }),
  nth: 2,
  of: 3,
  asOf: null,
  isDeniedHere: false,
  ...change,
});

const view = (change: Partial<CardView> = {}): CardView => ({
  claims: [claim('jets-sold')],
  selected: 0,
  say,
  lang: 'en',
  onSelect: vi.fn<(index: number) => void>(),
  onStep: vi.fn<(by: 1 | -1) => void>(),
  onDenial: vi.fn<() => void>(),
  onClose: vi.fn<() => void>(),
  onRecord: vi.fn<(claim: string) => void>(),
  onReport: vi.fn<(about: 'wrong-mark' | 'missing-statement') => void>(),
  ...change,
});

async function draw(what: CardView | preact.ComponentChild): Promise<HTMLElement> {
  document.documentElement.lang = 'en';
  document.title = 'A page';
  const root = document.createElement('main');
  document.body.replaceChildren(root);
  await act(() =>
    render(typeof what === 'object' && what !== null && 'claims' in what ? <Card {...what} /> : what, root),
  );
  return root;
}

const buttonOf = (root: ParentNode, name: string): HTMLButtonElement => {
  const found = [...root.querySelectorAll('button')].find(
    (button) => (button.getAttribute('aria-label') ?? button.textContent) === name,
  );
  if (found === undefined) throw new Error(`no button says ${name}`);
  return found;
};
const press = (root: ParentNode, name: string): void | Promise<void> => act(() => buttonOf(root, name).click());

afterEach(() => document.body.replaceChildren());

describe('the card', () => {
  test('says status, counts, claim, stance, place, statements and origin', async () => {
    const text = (await draw(view())).textContent ?? '';
    for (const part of [
      'Denied',
      '1 denial, no confirmation',
      'Proposition of jets-sold',
      'This page states it as fact.',
      '2 of 3',
    ]) {
      expect(text).toContain(part);
    }
    expect(text).toContain('Speaker a28 Apr 2024press service');
    expect(text).toContain('Denials');
    expect(text).toContain('Goes back to First → Second');
  });

  test('speaks its outline into a region that stood empty before', async () => {
    const root = document.createElement('div');
    render(<Outline say={say} announcement="Two passages" mentions={[]} />, root);
    expect(root.querySelector('[role="status"]')?.textContent).toBe('');
    await act(() => undefined);
    await vi.waitFor(() => expect(root.querySelector('[role="status"]')?.textContent).toBe('Two passages'));
  });

  test('puts the page’s figure beside the record’s', async () => {
    expect((await draw(view())).textContent).toContain('Number: on this page 117, on record 81 of 117.');
  });

  test('says a part of a whole in words', async () => {
    const finding = findingAt(0, 9, { figures: [{ role: 'count', page: '90', record: '81 / 117' }] });
    const root = await draw(view({ claims: [claim('jets-sold', { finding })] }));
    expect(root.textContent).toContain('Number: on this page 90, on record 81 of 117.');
  });

  test.each<[AsOf, string]>([
    [
      { event: 'denial', speaker: 'Ministry', when: 'before', n: 2, unit: 'days' },
      'First denial (Ministry): 2 days after this page.',
    ],
    [
      { event: 'confirmation', speaker: 'Maker', when: 'after', n: 1, unit: 'years' },
      'First confirmation (Maker): 1 year before this page.',
    ],
    [
      { event: 'denial', speaker: 'Ministry', when: 'same', n: 0, unit: 'days' },
      'First denial (Ministry): on the day of this page.',
    ],
  ])('puts the page’s day beside the record’s: %j', async (asOf, says) => {
    expect((await draw(view({ claims: [claim('jets-sold', { asOf })] }))).textContent).toContain(says);
  });

  test('says that the page reports the denial itself, and goes there', async () => {
    const asked = view({ claims: [claim('jets-sold', { isDeniedHere: true })] });
    const root = await draw(asked);
    expect(root.textContent).toContain('This page reports the denial itself.');
    await press(root, 'Go to that passage');
    expect(asked.onDenial).toHaveBeenCalledOnce();
    expect((await draw(view())).textContent).not.toContain('reports the denial itself');
  });

  test('is a dialog with the claim as its name', async () => {
    const dialog = (await draw(view())).querySelector('dialog');
    const label = dialog?.getAttribute('aria-labelledby') ?? '';
    expect(document.getElementById(label)?.textContent).toBe('Proposition of jets-sold');
  });

  test('closes where the browser closes it, for a reader whose Escape the page takes away', async () => {
    const onClose = vi.fn<() => void>();
    const dialog = (await draw(view({ onClose }))).querySelector('dialog');
    expect(dialog?.getAttribute('closedby')).toBe('closerequest');
    dialog?.dispatchEvent(new Event('close'));
    expect(onClose).toHaveBeenCalledOnce();
  });

  test('unfolds the statements after the third, and folds them again', async () => {
    const root = await draw(view());
    expect(root.querySelectorAll('.statement')).toHaveLength(3);
    await press(root, 'All 4 statements');
    expect(root.querySelectorAll('.statement')).toHaveLength(4);
    await press(root, 'Fewer statements');
    expect(root.querySelectorAll('.statement')).toHaveLength(3);
  });

  test('keeps a voice of every side among the few statements that it shows folded', async () => {
    const kinds = ['denial', 'denial', 'denial', 'doubt', 'confirmation', 'report'] as const;
    const statements = kinds.map((kind, i) => statement(`${kind}-${i}`, { kind }));
    const root = await draw(view({ claims: [claim('jets-sold', { card: cardOf('jets-sold', { statements }) })] }));
    expect([...root.querySelectorAll('.who')].map((who) => who.textContent)).toEqual([
      'Speaker denial-0',
      'Speaker doubt-3',
      'Speaker confirmation-4',
    ]);
    expect([...root.querySelectorAll('.group h3')].map((kind) => kind.textContent)).toEqual([
      'Denials',
      'Doubts',
      'Confirmations',
    ]);
  });

  test('says the furthest stage that is told of, where the record has one', async () => {
    const card = cardOf('jets-sold', { rung: 'contract' });
    const root = await draw(view({ claims: [claim('jets-sold', { card })] }));
    expect(root.querySelector('.rung')?.textContent).toBe('Furthest stage told of: Contract');
    expect(root.querySelectorAll('.is-reached')).toHaveLength(4);
    expect((await draw(view())).querySelector('.rung')).toBeNull();
  });

  test('says why, in the page’s own words', async () => {
    const root = await draw(view());
    expect(root.textContent).not.toContain('Certainty');
    await press(root, 'Why this note?');
    expect(root.querySelector('.why')?.textContent).toBe(
      'Matched wordssold jetsActionsoldGiverThe firm (from the headline or an earlier sentence)Certainty of the match: 90 %Wrong mark?',
    );
  });

  test('leads to a report of a wrong mark and of a missing statement', async () => {
    const asked = view();
    const root = await draw(asked);
    await press(root, 'Why this note?');
    await press(root, 'Wrong mark?');
    await press(root, 'Missing statement?');
    expect(vi.mocked(asked.onReport).mock.calls).toEqual([['wrong-mark'], ['missing-statement']]);
  });

  test('asks for steps, the record, and its end', async () => {
    const asked = view();
    const root = await draw(asked);
    await press(root, 'Next mention');
    await press(root, 'Previous mention');
    await press(root, 'Full record');
    await press(root, 'Close');
    expect(asked.onStep).toHaveBeenNthCalledWith(1, 1);
    expect(asked.onStep).toHaveBeenNthCalledWith(2, -1);
    expect(asked.onRecord).toHaveBeenCalledWith('jets-sold');
    expect(asked.onClose).toHaveBeenCalledOnce();
  });

  test('offers the other claims of the same words', async () => {
    const asked = view({ claims: [claim('jets-sold'), claim('plant-built')] });
    const root = await draw(asked);
    expect([...root.querySelectorAll('.others button')].map((other) => other.textContent)).toEqual([
      'Proposition of plant-built',
    ]);
    await press(root, 'Proposition of plant-built');
    expect(asked.onSelect).toHaveBeenCalledWith(1);
  });

  test('has no steps where the claim is mentioned once', async () => {
    const root = await draw(view({ claims: [claim('jets-sold', { nth: 1, of: 1 })] }));
    expect(root.querySelector('.steps')).toBeNull();
  });

  test.each([
    ['https://daily.example/1', 'https://daily.example/1'],
    ['javascript:alert(1)', null],
    ['https://user:word@daily.example/', null],
    [null, null],
  ])('links %s as %s', async (url, href) => {
    const documents = [{ source: 'Daily', kind: 'wire' as const, title: null, url, lang: null }];
    const root = await draw(<Statement statement={statement('a', { documents })} say={say} lang="en" />);
    const link = root.querySelector('a');
    expect(link?.getAttribute('href') ?? null).toBe(href);
    if (link !== null) expect([link.rel, link.target]).toEqual(['noopener noreferrer', '_blank']);
    expect(root.textContent).toContain('Daily');
  });

  test.each([
    [{ denial: 2, doubt: 4 }, '2 denials, 4 doubts, no confirmation'],
    [{ denial: 1, confirmation: 1 }, '1 denial, 1 confirmation'],
    [{ report: 3 }, '3 reports'],
    [{ confirmation: 2, report: 3 }, '2 confirmations'],
    [{ comment: 1 }, 'no statement for or against'],
  ])('counts %j as “%s”', (counts, text) => {
    expect(sayCounts({ counts: { ...NO_COUNTS, ...counts } }, say)).toBe(text);
  });

  test.each([
    ['one claim', view()],
    ['several claims', view({ claims: [claim('jets-sold'), claim('plant-built')] })],
    [
      'all that it can say of this page',
      view({
        claims: [
          claim('jets-sold', {
            isDeniedHere: true,
            asOf: { event: 'denial', speaker: 'Ministry', when: 'before', n: 2, unit: 'days' },
          }),
        ],
      }),
    ],
    [
      'an outline',
      <Outline key="o" say={say} announcement="Two" mentions={[{ label: 'One', onOpen: () => undefined }]} />,
    ],
  ])('has no fault of accessibility with %s', async (_what, what) => {
    const root = await draw(what);
    for (const button of root.querySelectorAll<HTMLButtonElement>('[aria-expanded]')) await act(() => button.click());
    // Contrast needs a layout, and the first heading is the page's own.
    const rules = { 'color-contrast': { enabled: false }, 'page-has-heading-one': { enabled: false } };
    const { violations } = await axe.run(document, { rules });
    expect(violations.map(({ id, nodes }) => `${id} ${nodes[0]?.html ?? ''}`)).toEqual([]);
  });
});
