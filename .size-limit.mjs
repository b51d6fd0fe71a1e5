/**
 * Budgets in gzip bytes, set from measured sizes with a little room. The sentinel's is law: it runs in every page.
 * A page's is all that its HTML loads, whatever chunks that is cut into, and the longest of the three catalogues.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';

const OUT = `${process.env['DALEL_OUT'] ?? '.output'}/chrome-mv3`;

const script = (name, limit) => ({ name, limit, path: `${OUT}/${name}.js`, gzip: true });

const page = (name, limit) => ({ name: `${name} page`, limit, path: loadedBy(`${OUT}/${name}.html`), gzip: true });

function loadedBy(file) {
  const html = existsSync(file) ? readFileSync(file, 'utf8') : '';
  const chunks = existsSync(`${OUT}/chunks`) ? readdirSync(`${OUT}/chunks`) : [];
  return [
    file,
    ...chunks.filter((name) => /^ru-.*\.js$/.test(name)).map((name) => `${OUT}/chunks/${name}`),
    ...new Set([...html.matchAll(/(?:src|href)="\/((?:chunks|assets)\/[^"]+)"/g)].map(([, path]) => `${OUT}/${path}`)),
  ];
}

export default [
  script('sentinel', '2.9 kB'),
  // Beside it while a loaded pack is on.
  script('pack-sentinel', '2.8 kB'),
  // The engine, the card and its three languages' forms of words; laid into a page only where something could be found.
  script('annotator', '56.5 kB'),
  // With the engine, which reads a report's words for the claims that are known already.
  script('background', '27.5 kB'),
  script('capture', '3 kB'),
  script('page-state', '700 B'),
  page('popup', '39 kB'),
  page('sidepanel', '39 kB'),
  page('options', '48.5 kB'),
  page('welcome', '92 kB'),
  page('database', '51 kB'),
  page('report', '55.5 kB'),
  page('findings', '33.5 kB'),
  page('packs', '39.5 kB'),
];
