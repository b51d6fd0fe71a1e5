/** Forms of the extension's pages, used by what a person reads on them: the label of a field, the words of a button. */
import type { Page } from 'puppeteer-core';
import { waitFor } from './wait';

/** The field's id for puppeteer, found by its label; empty where there is none. */
function findField(label: string): string {
  const labels = [...document.querySelectorAll('label')];
  const control = labels.find((one) => one.innerText.trim().startsWith(label))?.control;
  if (!(control instanceof HTMLInputElement || control instanceof HTMLTextAreaElement)) return '';
  return `[id="${control.id}"]`;
}

async function selectorOf(page: Page, label: string): Promise<string> {
  return waitFor(
    `the field “${label}”`,
    () => page.evaluate(findField, label),
    (selector) => selector !== '',
  );
}

export async function isLabelled(page: Page, label: string): Promise<boolean> {
  return (await page.evaluate(findField, label)) !== '';
}

export async function valueOf(page: Page, label: string): Promise<string> {
  const selector = await selectorOf(page, label);
  return page.$eval(selector, (field) => (field as HTMLInputElement | HTMLTextAreaElement).value); // `findField` saw to it.
}

/** What a page says under each term of its lists of facts, and what it quotes, under `quote`. */
export function factsOf(page: Page): Promise<Readonly<Record<string, string>>> {
  return page.evaluate(() => {
    const facts = [...document.querySelectorAll<HTMLElement>('dt')].map((term) => {
      const said = term.nextElementSibling;
      const link = said?.querySelector('a');
      return [term.innerText, link?.href ?? said?.textContent ?? ''] as const;
    });
    const quote = document.querySelector('blockquote');
    return Object.fromEntries([
      ...facts,
      ['quote', quote?.textContent ?? ''],
      ['exact', quote?.querySelector('mark')?.textContent ?? ''],
    ]);
  });
}

export async function typeInto(page: Page, label: string, text: string): Promise<void> {
  const selector = await selectorOf(page, label);
  await page.bringToFront();
  await page.focus(selector);
  await page.keyboard.type(text);
}

export async function pressButton(page: Page, words: string): Promise<void> {
  await waitFor(
    `the button “${words}”`,
    () =>
      page.evaluate((text) => {
        const button = [...document.querySelectorAll('button')].find((one) => one.innerText.trim() === text);
        button?.click();
        return button !== undefined;
      }, words),
    (found) => found,
  );
}
