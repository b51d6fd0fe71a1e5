/**
 * What the two commands of a fresh clone share: install what is missing, find the Node that the project brings,
 * run a long step with signs of life. Plain JavaScript without dependencies: it runs before anything is installed,
 * under any Node from 20 on.
 */
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, lstatSync, readFileSync, realpathSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const IS_WINDOWS = process.platform === 'win32';
const OWN_NODE = join(ROOT, 'node_modules', 'node', 'bin', IS_WINDOWS ? 'node.exe' : 'node');
const NODE_MAJOR = 24;
const HEARTBEAT_MS = 15_000;

/** Something that the person at the keyboard can put right; shown without a stack. */
export class SetupError extends Error {}

/** @param {string} line */
export function say(line) {
  process.stdout.write(`${line}\n`);
}

/**
 * Runs one step with its output shown, and says that it goes on where it stays silent for long.
 * @param {string} title
 * @param {string} command
 * @param {readonly string[]} args
 * @param {Readonly<Record<string, string>>} [env]
 * @param {boolean} [isPatient] true for a step that lasts as long as a person likes
 * @returns {Promise<number>} the exit status
 */
export function runStep(title, command, args, env = {}, isPatient = false) {
  say(`\n> ${title}`);
  const started = Date.now();
  const beat = setInterval(() => {
    if (!isPatient) say(`  … ${title}: ${seconds(started)} s`);
  }, HEARTBEAT_MS);
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      cwd: ROOT,
      stdio: ['ignore', 'inherit', 'inherit'],
      // npm is a .cmd file on Windows, which only a shell starts.
      shell: IS_WINDOWS && command === 'npm',
      env: {
        ...process.env,
        PATH: `${join(ROOT, 'node_modules', '.bin')}${delimiter}${process.env['PATH'] ?? ''}`,
        ...env,
      },
    });
    child.on('error', (error) => {
      clearInterval(beat);
      reject(new SetupError(`${title}: "${command}" did not start (${error.message}).`));
    });
    child.on('close', (code, signal) => {
      clearInterval(beat);
      if (signal !== null) say(`  ${title}: ended by ${signal}`);
      else if (code === 0) say(`  ${title}: done in ${seconds(started)} s`);
      resolve(code ?? 1);
    });
  });
}

/** Like `runStep`, for steps that nothing can go on without. @type {typeof runStep} */
export async function mustRun(title, command, args, env) {
  const status = await runStep(title, command, args, env);
  if (status !== 0) throw new SetupError(`${title} failed (exit status ${status}). What it said stands above.`);
  return status;
}

/** Installs the locked dependencies where any is missing or has another version, then gives the path of Node 24. */
export async function prepare() {
  const missing = missingPackages();
  if (missing > 0) {
    refuseLink(join(ROOT, 'node_modules'));
    say(`${missing} of the packages in package-lock.json are not installed: npm ci fetches them (a minute or two).`);
    // Warnings that the system's Node is too old for the tools say nothing here: they run on the one that npm ci brings.
    await mustRun('npm ci', 'npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error']);
  }
  return ownNode();
}

/** `npm ci` empties the folder before it fills it; through a link that would be another tree's. @param {string} folder */
function refuseLink(folder) {
  if (lstatSync(folder, { throwIfNoEntry: false })?.isSymbolicLink() !== true) return;
  throw new SetupError(
    [
      `Packages are missing, but ${folder} is a link to ${realpathSync(folder)}, which npm ci would empty first.`,
      'Run npm ci in the tree that the folder belongs to, or remove the link and try again.',
    ].join('\n'),
  );
}

/** Compares the lock file with what npm notes about its own last installation. */
function missingPackages() {
  const wanted = readLock(join(ROOT, 'package-lock.json'));
  const noted = join(ROOT, 'node_modules', '.package-lock.json');
  const present = existsSync(noted) ? readLock(noted) : {};
  return Object.entries(wanted).filter(([path, entry]) => {
    if (path === '' || entry.optional === true || entry.devOptional === true || entry.peer === true) return false;
    return present[path]?.version !== entry.version;
  }).length;
}

/**
 * @param {string} path
 * @returns {Record<string, { version?: string, optional?: boolean, devOptional?: boolean, peer?: boolean }>}
 */
function readLock(path) {
  return JSON.parse(readFileSync(path, 'utf8')).packages;
}

/** The Node of the dependency `node`; the one that runs us serves where it is as new. */
function ownNode() {
  const version = existsSync(OWN_NODE) ? spawnSync(OWN_NODE, ['-v'], { encoding: 'utf8' }).stdout?.trim() : '';
  if (major(version) >= NODE_MAJOR) return OWN_NODE;
  if (major(process.version) >= NODE_MAJOR) return process.execPath;
  throw new SetupError(
    [
      `The build tools need Node ${NODE_MAJOR}, which the dependency "node" brings, but its install script did not run.`,
      'Run `npm rebuild node --ignore-scripts=false` here and try again',
      `(or install Node ${NODE_MAJOR} or later on this machine). This is Node ${process.version}.`,
    ].join('\n'),
  );
}

/** @param {string | undefined} version as "v24.1.0" */
function major(version) {
  return Number(/^v(\d+)\./.exec(version ?? '')?.[1] ?? 0);
}

/** @param {number} since from Date.now() */
function seconds(since) {
  return Math.round((Date.now() - since) / 1000);
}

/** Builds the extension for one browser into .output. @param {string} node @param {'chrome' | 'firefox'} target */
export async function build(node, target) {
  // Where nobody looks on, a spinner only fills the log.
  /** @type {Record<string, string>} */
  const quiet = process.stdout.isTTY ? {} : { CI: 'true' };
  await mustRun(`build for ${target}`, node, ['node_modules/wxt/bin/wxt.mjs', 'build', '-b', target], quiet);
}

/** Runs a command's main function; a SetupError is said plainly, anything else with its stack. @param {() => Promise<number>} main */
export async function runCommand(main) {
  try {
    process.exitCode = await main();
  } catch (error) {
    process.stderr.write(
      `\n${error instanceof SetupError ? error.message : String(error instanceof Error ? error.stack : error)}\n`,
    );
    process.exitCode = 1;
  }
}
