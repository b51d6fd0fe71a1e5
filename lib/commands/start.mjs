/**
 * `npm start`: from a fresh clone to a browser with Dalel loaded, on a local page of demo articles.
 * Installs what is missing, builds, opens the browser and stays until it is closed. Without a display (or with
 * --headless) it reads the pages itself, prints what Dalel marked, and ends. `npm start -- --browser firefox`.
 */
import { parseArgs } from 'node:util';
import { checkAge, findBrowsers, versionOf } from './find-browsers.mjs';
import { build, prepare, runCommand, runStep, say, SetupError } from './setup.mjs';

/** @returns {'chromium' | 'firefox'} @param {string} name */
function browserNamed(name) {
  if (name === 'firefox') return 'firefox';
  if (['chromium', 'chrome', 'edge'].includes(name)) return 'chromium';
  throw new SetupError(`--browser ${name} is not known. It takes chromium, chrome, edge or firefox.`);
}

function hasDisplay() {
  if (process.platform !== 'linux') return true;
  return Boolean(process.env['DISPLAY'] || process.env['WAYLAND_DISPLAY']);
}

function readOptions() {
  try {
    return parseArgs({
      options: { browser: { type: 'string', default: 'chromium' }, headless: { type: 'boolean', default: false } },
    }).values;
  } catch (error) {
    throw new SetupError(
      `${error instanceof Error ? error.message : String(error)}\nUsage: npm start [-- --browser firefox] [-- --headless]`,
    );
  }
}

await runCommand(async () => {
  const options = readOptions();
  const name = browserNamed(options.browser);
  const headless = options.headless || !hasDisplay();
  const path = (await findBrowsers([name]))[name];
  if (path === undefined) throw new SetupError(`No path for ${name}.`);
  checkAge(name, path);
  const node = await prepare();
  await build(node, name === 'firefox' ? 'firefox' : 'chrome');
  if (!options.headless && headless) say('\nThere is no display here, so the browser runs without a window.');
  const demo = [
    '--import',
    './lib/commands/resolve-ts.mjs',
    'lib/commands/demo.ts',
    name,
    path,
    headless ? 'headless' : 'window',
  ];
  return runStep(`demo in ${versionOf(path)}`, node, demo, {}, !headless);
});
