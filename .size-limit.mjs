/** Budgets in gzip bytes, set from measured sizes with a little room. The sentinel's runs in every page and is law. */
const OUT = `${process.env['DALEL_OUT'] ?? '.output'}/chrome-mv3`;

const budget = (name, limit, path) => ({
  name,
  limit,
  path: [path].flat().map((file) => `${OUT}/${file}`),
  gzip: true,
});

export default [
  budget('sentinel', '4 kB', 'sentinel.js'),
  budget('annotator', '60 kB', 'annotator.js'),
  budget('background', '60 kB', 'background.js'),
];
