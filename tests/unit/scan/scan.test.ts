import { execFileSync, spawnSync } from 'node:child_process';
import { describe, expect, test } from 'vitest';
import { compiledClaims } from '../../support/compiled-claims';
import { htmlPage } from '../../../lib/scan/html';
import { parseOptions } from '../../../lib/scan/options';
import { plainBlocks } from '../../../lib/scan/plain';
import { openScanner } from '../../../lib/scan/scan';

const { pack } = compiledClaims();
if (!pack) throw new Error('The claims do not compile.');
const scanner = openScanner(pack);
const options = { html: false, lang: null, minConfidence: 0.6 };

const ARTICLE =
  'Old jets\r\n\r\nWashington has bought 81 retired fighters from Kazakhstan.\nIndia ordered 36 Rafale jets.\n';

describe('plain text', () => {
  test('is one block a line, the first that is not empty the title', () => {
    expect(plainBlocks('\n\nTitle\r\nOne\n \nTwo', 'en')).toEqual([
      { text: 'Title', kind: 'title', offset: 2, lang: 'en' },
      { text: 'One', kind: 'text', offset: 9, lang: 'en' },
      { text: 'Two', kind: 'text', offset: 15, lang: 'en' },
    ]);
  });

  test('gives offsets into the file', () => {
    const rows = scanner.scan('a.txt', ARTICLE, options);
    expect(rows.map((r) => r.claim)).toEqual(['us-bought-81-soviet-aircraft']);
    for (const row of rows) expect(ARTICLE.slice(row.start, row.end)).toBe(row.quote);
    expect(rows[0]).toMatchObject({ stance: 'asserts', status: 'denied' });
  });

  test('the title is read as a block too', () => {
    expect(scanner.scan('a.txt', 'Kazakhstan sold 81 jets to the US\n', options)).toHaveLength(1);
  });
});

describe('HTML', () => {
  const source =
    '<!doctype html><html lang=en><title>Old jets</title><script>Washington bought 81 jets from Kazakhstan</script>' +
    '<p>Washington has <b>bought 81</b> retired\n fighters from Kazakhstan.<p hidden>Washington bought 81 jets from Kazakhstan.';

  test('follows the block rules of the page', () => {
    expect(htmlPage(source, null)).toEqual({
      title: 'Old jets',
      blocks: [{ text: 'Washington has bought 81 retired fighters from Kazakhstan.', kind: 'text' }],
    });
  });

  test('counts offsets in the text of a block', () => {
    const [row] = scanner.scan('a.html', source, { ...options, html: true });
    expect(row).toMatchObject({
      block: 0,
      quote: 'Washington has bought 81 retired fighters from Kazakhstan',
      start: 0,
    });
  });
});

describe('the command line', () => {
  test.each([
    [[], 'No file was named.'],
    [['--format', 'xml', 'a'], '--format takes ndjson or text, not "xml".'],
    [['--min-confidence', '7', 'a'], '--min-confidence takes a number from 0 to 1, not "7".'],
    [['--lang'], '--lang needs a value.'],
    [['--what', 'x', 'a'], 'Unknown option --what.'],
  ])('%j is answered with a sentence', (args, message) => {
    expect(parseOptions(args)).toBe(message);
  });

  test('reads standard input, and goes on after a file that cannot be read, with exit status 2', () => {
    const run = spawnSync(
      process.execPath,
      ['--import', './lib/commands/resolve-ts.mjs', 'lib/commands/scan.ts', 'no-such-file', '-'],
      {
        input: ARTICLE,
        encoding: 'utf8',
      },
    );
    expect(run.stderr).toMatch(/^no-such-file could not be read: /);
    expect(run.status).toBe(2);
    expect(JSON.parse(run.stdout.trim())).toMatchObject({ file: '-', claim: 'us-bought-81-soviet-aircraft' });
  });

  test('prints nothing and ends well where nothing is found', () => {
    const out = execFileSync(
      process.execPath,
      ['--import', './lib/commands/resolve-ts.mjs', 'lib/commands/scan.ts', '-'],
      { input: 'Rain.\n', encoding: 'utf8' },
    );
    expect(out).toBe('');
  });
});
