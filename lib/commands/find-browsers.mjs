/**
 * Finds an installed Chromium (or Chrome, or Edge) and Firefox, or says how to come by one.
 * CHROME_PATH and FIREFOX_PATH go first, then names on PATH, then the usual places of each system.
 * On Debian as root it installs what is missing; everywhere else it leaves the machine alone.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, realpathSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { mustRun, say, SetupError } from './setup.mjs';

/** @typedef {'chromium' | 'firefox'} BrowserName */
/** @typedef {{ variable: string, label: string, debian: string, oldest: number, names: string[], places: string[] }} Kind */

const HOME = process.env['HOME'] ?? '';
const PROGRAMS = [process.env['PROGRAMFILES'], process.env['PROGRAMFILES(X86)'], process.env['LOCALAPPDATA']].filter(
  (folder) => folder !== undefined,
);

/** @type {Record<BrowserName, Kind>} */
const KINDS = {
  chromium: {
    variable: 'CHROME_PATH',
    label: 'Chromium, Chrome or Edge',
    debian: 'chromium',
    oldest: 140,
    names: [
      'chromium',
      'chromium-browser',
      'google-chrome-stable',
      'google-chrome',
      'microsoft-edge-stable',
      'microsoft-edge',
    ],
    places: [
      ...[
        'Chromium.app/Contents/MacOS/Chromium',
        'Google Chrome.app/Contents/MacOS/Google Chrome',
        'Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
      ].flatMap((app) => [join('/Applications', app), join(HOME, 'Applications', app)]),
      ...PROGRAMS.flatMap((folder) => [
        join(folder, 'Chromium/Application/chrome.exe'),
        join(folder, 'Google/Chrome/Application/chrome.exe'),
        join(folder, 'Microsoft/Edge/Application/msedge.exe'),
      ]),
      '/opt/google/chrome/chrome',
    ],
  },
  firefox: {
    variable: 'FIREFOX_PATH',
    label: 'Firefox',
    debian: 'firefox-esr',
    oldest: 153,
    names: ['firefox-esr', 'firefox', 'firefox-developer-edition', 'firefox-nightly'],
    places: [
      ...['Firefox.app', 'Firefox Developer Edition.app', 'Firefox Nightly.app'].flatMap((app) => [
        join('/Applications', app, 'Contents/MacOS/firefox'),
        join(HOME, 'Applications', app, 'Contents/MacOS/firefox'),
      ]),
      ...PROGRAMS.flatMap((folder) => [
        join(folder, 'Mozilla Firefox/firefox.exe'),
        join(folder, 'Firefox Developer Edition/firefox.exe'),
      ]),
      '/opt/firefox/firefox',
    ],
  },
};

/**
 * The path of every browser asked for, or a SetupError that says what to do.
 * @param {readonly BrowserName[]} wanted
 * @returns {Promise<Partial<Record<BrowserName, string>>>}
 */
export async function findBrowsers(wanted) {
  let missing = wanted.filter((name) => find(name) === null);
  if (missing.length > 0 && system() === 'debian' && process.getuid?.() === 0) {
    const packages = missing.map((name) => KINDS[name].debian);
    say(
      `No ${missing.map((name) => KINDS[name].label).join(' and no ')} here: installing ${packages.join(' and ')} with apt-get.`,
    );
    const env = { DEBIAN_FRONTEND: 'noninteractive' };
    await mustRun('apt-get update', 'apt-get', ['update'], env);
    await mustRun(`apt-get install ${packages.join(' ')}`, 'apt-get', ['install', '-y', ...packages], env);
    missing = wanted.filter((name) => find(name) === null);
  }
  if (missing.length > 0) throw new SetupError(missing.map(advice).join('\n\n'));
  /** @type {Partial<Record<BrowserName, string>>} */
  const found = {};
  for (const name of wanted) {
    const path = find(name);
    if (path !== null) found[name] = path;
  }
  return found;
}

/**
 * "Chromium 156.0.1", or the path where the browser does not tell.
 * @param {string} path
 */
export function versionOf(path) {
  // Browsers on Windows open a window instead of printing their version.
  if (process.platform === 'win32') return path;
  const told = spawnSync(path, ['--version'], { encoding: 'utf8', timeout: 20_000 }).stdout?.trim();
  return told === undefined || told === '' ? path : told;
}

/** Throws where a browser is older than the extension can use. @param {BrowserName} name @param {string} path */
export function checkAge(name, path) {
  const version = Number(/(\d+)\.\d/.exec(versionOf(path))?.[1] ?? Infinity);
  const { oldest, label, variable } = KINDS[name];
  if (version < oldest) {
    throw new SetupError(
      `${path} is version ${version}; Dalel needs ${label} ${oldest} or later. Update it, or name another one in ${variable}.`,
    );
  }
}

/** @param {BrowserName} name @returns {string | null} */
function find(name) {
  const { variable, names, places } = KINDS[name];
  const told = process.env[variable];
  if (told !== undefined && told !== '') {
    if (existsSync(told)) return told;
    throw new SetupError(`${variable} names ${told}, but there is no such file.`);
  }
  const folders = (process.env['PATH'] ?? '').split(delimiter).filter((folder) => folder !== '');
  const onPath = names.flatMap((file) => folders.map((folder) => join(folder, file)));
  return [...onPath, ...places].find((path) => existsSync(path) && !isSnap(path)) ?? null;
}

/** Browsers packed as snaps see neither our build nor a profile in /tmp. On Ubuntu `chromium-browser` is a script that starts one. */
function isSnap(/** @type {string} */ path) {
  if (process.platform !== 'linux') return false;
  const real = realpathSync(path);
  if (path.startsWith('/snap/') || real.includes('/snap')) return true;
  return (
    readFileSync(real).subarray(0, 4096).toString('latin1').startsWith('#!') &&
    readFileSync(real, 'utf8').includes('/snap/')
  );
}

/** @returns {'debian' | 'ubuntu' | 'linux' | 'darwin' | 'win32'} */
function system() {
  if (process.platform === 'darwin' || process.platform === 'win32') return process.platform;
  const release = existsSync('/etc/os-release') ? readFileSync('/etc/os-release', 'utf8') : '';
  const id = /^ID="?([a-z]+)"?$/m.exec(release)?.[1];
  return id === 'debian' || id === 'ubuntu' ? id : 'linux';
}

/** What to do without the browser, for the system that this is. @param {BrowserName} name */
function advice(name) {
  const { label, variable, debian } = KINDS[name];
  const start = `No ${label} was found on this machine.`;
  const end = `If there is one in an unusual place, name it: ${variable}=/path/to/it npm start`;
  switch (system()) {
    case 'debian':
      return `${start}\nInstall it: sudo apt-get update && sudo apt-get install -y ${debian}\n${end}`;
    case 'ubuntu':
      return name === 'chromium'
        ? `${start}\nUbuntu's own chromium is a snap, which cannot load an extension from this folder. Install Google Chrome's .deb from https://www.google.com/chrome/ or Chromium from another source.\n${end}`
        : `${start}\nUbuntu's own firefox is a snap, which cannot load an extension from this folder. Install the .deb from Mozilla: https://support.mozilla.org/kb/install-firefox-linux\n${end}`;
    case 'linux':
      return `${start}\nInstall it with your system's package manager (not as a snap or flatpak).\n${end}`;
    case 'darwin':
      return `${start}\nInstall it into /Applications: ${name === 'chromium' ? 'https://www.chromium.org/getting-involved/download-chromium/' : 'https://www.mozilla.org/firefox/'}\n${end}`;
    case 'win32':
      return `${start}\nInstall it: ${name === 'chromium' ? 'https://www.google.com/chrome/' : 'https://www.mozilla.org/firefox/'}\n${end}`;
  }
}
