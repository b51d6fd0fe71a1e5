/** Draws a component into an empty document, in a language, and asks axe about the whole of it. For tests in happy-dom. */
import axe from 'axe-core';
import { render, type ComponentChildren } from 'preact';
import { act } from 'preact/test-utils';
import { Spoken } from '../../../components/shared/Spoken';
import { loadWords } from '../../../lib/words/load-words';
import type { Language } from '../../../lib/words/words';

let drawn: HTMLElement | null = null;

export async function draw(what: ComponentChildren, lang: Language = 'en'): Promise<HTMLElement> {
  // What was drawn before is taken down as Preact does it, so that its listeners go with it.
  const before = drawn;
  if (before !== null) await act(() => render(null, before));
  document.body.replaceChildren();
  const root = document.createElement('div');
  document.body.append(root);
  drawn = root;
  await loadWords(lang);
  return await redraw(what, lang);
}

/** The same component once more where it was drawn last, as after a change of what it is given. */
export async function redraw(what: ComponentChildren, lang: Language = 'en'): Promise<HTMLElement> {
  const root = drawn;
  if (root === null) throw new Error('Nothing was drawn before');
  await act(() => {
    render(
      <Spoken setting={lang} title="options.title">
        {what}
      </Spoken>,
      root,
    );
  });
  return root;
}

/** What axe objects to, one line a fault. Contrast needs a layout, which happy-dom has not: browsers are asked for it. */
export async function faultsOf(root: HTMLElement): Promise<readonly string[]> {
  const { violations } = await axe.run(root.ownerDocument, { rules: { 'color-contrast': { enabled: false } } });
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
}

export function find<E extends Element = HTMLElement>(root: ParentNode, selector: string): E {
  const found = root.querySelector<E>(selector);
  if (found === null) throw new Error(`Nothing is drawn for ${selector}`);
  return found;
}

/** Presses, and stays inside `act` until the promises that the press started at once have come to their end. */
export async function press(root: ParentNode, selector: string): Promise<void> {
  await act(async () => {
    find(root, selector).click();
    await new Promise<void>((done) => setTimeout(done, 0));
  });
}

export async function type(
  root: ParentNode,
  selector: string,
  text: string,
  event: 'input' | 'change' = 'input',
): Promise<void> {
  const field = find<HTMLInputElement>(root, selector);
  await act(() => {
    field.value = text;
    field.dispatchEvent(new Event(event, { bubbles: true }));
  });
}

/** Lets promises that a press has started come to their end, and draws what follows. */
export async function settle(): Promise<void> {
  await act(() => new Promise<void>((done) => setTimeout(done, 0)));
}
