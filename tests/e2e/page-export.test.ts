/** What is marked on the open page is taken along from the popup. */
import { expect, test } from 'vitest';
import { valueOf } from '../support/form';
import { viewOf, waitForView } from '../support/popup';
import { waitForMarks } from '../support/reading';
import { inBothBrowsers } from '../support/suite';

inBothBrowsers('export of a page', (use) => {
  test('the popup leads to every marked passage, with links into the text', async () => {
    const page = await use.open('two-claims/index.html?reader=42');
    const marks = await waitForMarks(page, (all) => all.length === 3);
    const popup = await use.browser.openPopup(page);
    await waitForView(popup, 'a claim', ({ claims }) => Object.keys(claims).length > 0);
    const address = await popup.run(
      (doc) => doc.querySelector<HTMLAnchorElement>('[data-action="export"]')?.href ?? '',
    );
    expect((await viewOf(popup)).text).toContain('Export what was found');
    await popup.close();
    const own = await use.browser.openOwn(address.slice(use.browser.base.length));
    const markdown = await valueOf(own, 'Exactly this leaves');
    const site = use.site.url('two-claims/index.html');
    expect(markdown).toContain(`(${site}#:~:text=`);
    expect(markdown).not.toContain('reader=42');
    await own.select('[data-field="share-kind"]', 'json');
    const json = JSON.parse(await valueOf(own, 'Exactly this leaves')) as {
      url: string;
      findings: readonly { quote: { exact: string } }[];
    };
    expect(json.url).toBe(site);
    expect(json.findings.map(({ quote }) => quote.exact)).toEqual(marks.map(({ text }) => text));
    await own.close();
  });
});
