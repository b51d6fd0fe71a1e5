// @vitest-environment happy-dom
/** Asking the background, waiting for it, and what is shown when it fails. */
import { useState } from 'preact/hooks';
import { expect, test, vi } from 'vitest';
import { useAnswer } from '../../../../components/shared/use-answer';
import { Waiting } from '../../../../components/shared/Waiting';
import { draw, faultsOf, find, press, settle } from '../draw';

/** A promise and the way to keep it. */
function makePromise() {
  let keep: (value: string) => void = () => {
    throw new Error('A promise runs its function at once');
  };
  const promise = new Promise<string>((resolve) => {
    keep = resolve;
  });
  return { promise, resolve: (value: string) => keep(value) };
}

function Asking({ ask }: { readonly ask: () => Promise<string> }) {
  const { answer, again } = useAnswer(ask);
  if (answer.state !== 'ready') return <Waiting answer={answer} onRetry={again} />;
  return (
    <main>
      <h1>{answer.value}</h1>
      <button type="button" onClick={again}>
        again
      </button>
    </main>
  );
}

test('says that it is loading until the answer is there', async () => {
  const { promise, resolve } = makePromise();
  const root = await draw(<Asking ask={() => promise} />);
  expect(find(root, 'main').getAttribute('aria-busy')).toBe('true');
  expect(await faultsOf(root)).toEqual([]);
  resolve('here');
  await settle();
  expect(root.textContent).toContain('here');
});

test('says why the background failed and what to do, and asks again on demand', async () => {
  const ask = vi
    .fn<() => Promise<string>>()
    .mockRejectedValueOnce(new Error('Nobody is there'))
    .mockResolvedValue('here');
  const root = await draw(<Asking ask={ask} />);
  await settle();
  expect(find(root, '[role="alert"]').textContent).toContain('Nobody is there');
  expect(find(root, '[role="alert"]').textContent).toContain('switch Dalel off and on');
  expect(await faultsOf(root)).toEqual([]);
  await press(root, '[data-action="retry"]');
  await settle();
  expect(root.textContent).toContain('here');
});

test('asked several times while a question is open, it asks once more and shows the last answer', async () => {
  const slow = makePromise();
  const ask = vi
    .fn<() => Promise<string>>()
    .mockResolvedValueOnce('first')
    .mockReturnValueOnce(slow.promise)
    .mockResolvedValue('third');
  const root = await draw(<Asking ask={ask} />);
  await settle();
  for (const _ of [1, 2, 3]) await press(root, 'button');
  expect([ask.mock.calls.length, find(root, 'h1').textContent]).toEqual([2, 'first']);
  slow.resolve('second');
  await settle();
  expect([ask.mock.calls.length, find(root, 'h1').textContent]).toEqual([3, 'third']);
});

test('drops an answer that comes after the question has changed', async () => {
  const slow = makePromise();
  const late = () => slow.promise;
  const prompt = () => Promise.resolve('new');
  function Changing() {
    const [ask, setAsk] = useState(() => late);
    const { answer } = useAnswer(ask);
    return (
      <button type="button" onClick={() => setAsk(() => prompt)}>
        {answer.state === 'ready' ? answer.value : answer.state}
      </button>
    );
  }
  const root = await draw(<Changing />);
  await press(root, 'button');
  await settle();
  slow.resolve('old');
  await settle();
  expect(root.textContent).toBe('new');
});

test('asks anew when the question changes, and forgets the old one', async () => {
  const asked = new Map<string, () => Promise<string>>([
    ['a', () => Promise.resolve('answer a')],
    ['b', () => Promise.resolve('answer b')],
  ]);
  function Changing() {
    const [name, setName] = useState('a');
    const { answer } = useAnswer(asked.get(name) ?? (() => Promise.reject(new Error(name))));
    return (
      <button type="button" onClick={() => setName('b')}>
        {answer.state === 'ready' ? answer.value : answer.state}
      </button>
    );
  }
  const root = await draw(<Changing />);
  await settle();
  expect(root.textContent).toBe('answer a');
  await press(root, 'button');
  await settle();
  expect(root.textContent).toBe('answer b');
});
