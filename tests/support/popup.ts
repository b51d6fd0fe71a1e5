/** The popup as a person uses it: what it lists, and its switches by what they are for (`source:24kz`, `site`, `power`). */
import type { Page } from 'puppeteer-core';
import { callText, type Json, type Popup } from './driven';
import { waitFor } from './wait';

export interface PopupView {
  readonly text: string;
  /** Nothing has been answered yet. */
  readonly isWaiting: boolean;
  /** Status as said in words, and mentions, by claim id. */
  readonly claims: Readonly<Record<string, string>>;
  /** Every switch shown, by what it is for. */
  readonly switches: Readonly<Record<string, boolean>>;
}

/** One of the extension's pages in a tab, whose switches work like the popup's. */
export function asPopup(page: Page): Popup {
  return {
    run: async <A extends Json[], R>(fn: (doc: Document, ...args: A) => R | Promise<R>, ...args: A) =>
      (await page.evaluate(callText(fn, args, ['document']))) as R, // What `fn` gives, as JSON.
    close: () => page.close(),
  };
}

export function viewOf(popup: Popup): Promise<PopupView> {
  return popup.run((doc) => {
    const claims = [...doc.querySelectorAll<HTMLElement>('[data-claim]')];
    const switches = [...doc.querySelectorAll<HTMLElement>('[data-switch]')];
    return {
      text: doc.body.innerText,
      isWaiting: doc.querySelector('[aria-busy="true"]') !== null,
      claims: Object.fromEntries(claims.map((one) => [one.dataset['claim'] ?? '', one.innerText])),
      switches: Object.fromEntries(
        switches.map((one) => [one.dataset['switch'] ?? '', one.getAttribute('aria-checked') === 'true']),
      ),
    };
  });
}

export function waitForView(popup: Popup, what: string, fits: (view: PopupView) => boolean): Promise<PopupView> {
  return waitFor(`a popup with ${what}`, () => viewOf(popup), fits);
}

export async function press(popup: Popup, selector: string): Promise<void> {
  await waitFor(
    `${selector} in the popup`,
    () =>
      popup.run((doc, selected) => {
        const element = doc.querySelector<HTMLElement>(selected);
        element?.click();
        return element !== null;
      }, selector),
    (found) => found,
  );
}

/** Turns a switch and waits until the popup shows it turned. */
export async function turn(popup: Popup, of: string, on: boolean): Promise<PopupView> {
  const before = await waitForView(popup, `the switch ${of}`, (view) => view.switches[of] !== undefined);
  if (before.switches[of] === on) return before;
  await press(popup, `[data-switch="${of}"]`);
  return waitForView(popup, `${of} ${on ? 'on' : 'off'}`, (view) => view.switches[of] === on);
}
