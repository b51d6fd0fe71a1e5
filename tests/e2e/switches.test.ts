/** The real popup: sources, site and power act on every open tab at once, and what was switched outlives the browser. */
import { expect, test } from 'vitest';
import { marksOf, pointAt, waitForCard, waitForMarks, waitForNoCard } from '../support/reading';
import { asPopup, press, turn, waitForView } from '../support/popup';
import { sourcesByKind } from '../support/record';
import { inBothBrowsers } from '../support/suite';
import { waitFor } from '../support/wait';

const SALE = 'two-claims/index.html';
const CLAIM = 'us-bought-81-soviet-aircraft';
const KNOWN = (all: readonly unknown[]): boolean => all.length >= 2;
const NONE = (all: readonly unknown[]): boolean => all.length === 0;

inBothBrowsers('switches', (use) => {
  test('the popup lists the claims of the page, what the database knows, and that unmarked text is unchecked', async () => {
    const page = await use.open(SALE);
    const marks = await waitForMarks(page, KNOWN);
    const popup = await use.browser.openPopup(page);
    const view = await waitForView(popup, 'the claim', ({ claims }) => claims[CLAIM] !== undefined);
    expect(view.claims[CLAIM]).toMatch(/Denied/);
    expect(view.text).toMatch(/knows \d+ claims, as of/);
    expect(view.text).toContain('Unmarked text is not checked text');
    const counted = Object.values(view.claims).map((text) => Number(/(\d+) mention/.exec(text)?.[1] ?? 0));
    expect(counted.reduce((sum, one) => sum + one, 0)).toBe(marks.length);
    await popup.close();
  });

  test('a click on a claim in the popup opens its card on the page', async () => {
    const page = await use.open(SALE);
    await waitForMarks(page, KNOWN);
    const popup = await use.browser.openPopup(page);
    await press(popup, `[data-claim="${CLAIM}"]`);
    const card = await waitForCard(use.browser, page);
    expect(card.text).toContain('Kazspetsexport');
  });

  test('sources switched off change status, marks, card and badge in two open tabs, and back again', async () => {
    const sources = sourcesByKind(CLAIM);
    const first = await use.open(SALE);
    const second = await use.open('strict-csp/index.html', '127.0.0.1');
    await waitForMarks(first, KNOWN);
    const denied = await waitForMarks(second);
    await pointAt(second, 0);
    await waitForCard(use.browser, second, (card) => /Denied/.test(card.text));

    const popup = await use.browser.openPopup(first);
    // Without the publishers of its denials and doubts the claim is one that was merely reported.
    for (const source of sources.against) await turn(popup, `source:${source}`, false);
    const view = await waitForView(popup, 'the new status', ({ claims }) => /Reported/.test(claims[CLAIM] ?? ''));
    expect(view.claims[CLAIM]).not.toMatch(/Denied/);
    const reported = await waitForMarks(second, (all) => all.length > 0 && all[0]?.name !== denied[0]?.name);
    expect(reported[0]?.text).toBe(denied[0]?.text);

    // Without any publisher there is nothing to say, and so nothing is marked.
    for (const source of sources.others) await turn(popup, `source:${source}`, false);
    await waitForMarks(second, NONE);
    await waitForMarks(first, (all) => all.every((mark) => !mark.text.includes('81')));
    await waitFor(
      'no badge',
      () => use.browser.badge(second),
      (badge) => badge === '',
    );
    await waitForNoCard(use.browser, second);

    for (const source of [...sources.against, ...sources.others]) await turn(popup, `source:${source}`, true);
    await popup.close();
    const again = await waitForMarks(second, (all) => all[0]?.name === denied[0]?.name);
    expect(again.map((mark) => mark.text)).toEqual(denied.map((mark) => mark.text));
    await waitForMarks(first, KNOWN);
  });

  test('off on this site silences every tab of the site and no other', async () => {
    const here = await use.open(SALE);
    const too = await use.open('strict-csp/index.html');
    const elsewhere = await use.open(SALE, '127.0.0.1');
    for (const page of [here, too, elsewhere]) await waitForMarks(page);
    const popup = await use.browser.openPopup(here);
    await turn(popup, 'site', false);
    await waitForMarks(here, NONE);
    await waitForMarks(too, NONE);
    await waitFor(
      'no badge',
      () => use.browser.badge(here),
      (badge) => badge === '',
    );
    expect((await marksOf(elsewhere)).length).toBeGreaterThan(0);
    await turn(popup, 'site', true);
    await waitForMarks(here, KNOWN);
    await waitForMarks(too);
    await popup.close();
  });

  test('the command for this site does the same as the switch', async () => {
    const page = await use.open(SALE);
    await waitForMarks(page, KNOWN);
    await use.browser.command(page, 'toggle-site');
    await waitForMarks(page, NONE);
    await use.browser.command(page, 'toggle-site');
    await waitForMarks(page, KNOWN);
  });

  test('Dalel switched off is off in every tab, and on again without a reload', async () => {
    const first = await use.open(SALE);
    const second = await use.open(SALE, '127.0.0.1');
    await waitForMarks(first, KNOWN);
    await waitForMarks(second, KNOWN);
    const popup = await use.browser.openPopup(first);
    await turn(popup, 'power', false);
    await waitForMarks(first, NONE);
    await waitForMarks(second, NONE);
    await turn(popup, 'power', true);
    await waitForMarks(first, KNOWN);
    await waitForMarks(second, KNOWN);
    await popup.close();
  });

  test('a muted claim is marked nowhere until it is unmuted', async () => {
    const page = await use.open('strict-csp/index.html');
    await waitForMarks(page);
    const popup = await use.browser.openPopup(page);
    await press(popup, `[data-mute="${CLAIM}"]`);
    await waitForMarks(page, NONE);
    await waitForView(popup, 'no such claim to jump to', ({ claims }) => claims[CLAIM] === undefined);
    await press(popup, `[data-mute="${CLAIM}"]`);
    await waitForMarks(page);
    await popup.close();
  });

  test('switches are as they were after the browser was closed and opened again', async () => {
    const source = sourcesByKind(CLAIM).against[0] ?? '';
    const page = await use.open(SALE);
    await waitForMarks(page, KNOWN);
    const popup = await use.browser.openPopup(page);
    await turn(popup, `source:${source}`, false);
    await turn(popup, 'site', false);
    await waitForMarks(page, NONE);
    await popup.close();
    const options = asPopup(await use.browser.openOwn('options.html'));
    await turn(options, 'badge', false);
    await options.close();
    await use.restart();

    const after = await use.open(SALE);
    const elsewhere = await use.open(SALE, '127.0.0.1');
    await waitForMarks(elsewhere, KNOWN);
    expect(await marksOf(after)).toEqual([]);
    expect(await use.browser.badge(elsewhere)).toBe('');
    const popupAfter = await use.browser.openPopup(after);
    const view = await waitForView(popupAfter, 'its switches', ({ switches }) => switches['site'] !== undefined);
    expect(view.switches['site']).toBe(false);
    await popupAfter.close();
    const other = await use.browser.openPopup(elsewhere);
    await waitForView(other, 'the source still off', ({ switches }) => switches[`source:${source}`] === false);
    const kept = await turn(other, `source:${source}`, true);
    expect(kept.switches[`source:${source}`]).toBe(true);
    await other.close();
  });
});
