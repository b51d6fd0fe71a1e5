/** Runs one tool of node_modules/.bin in a folder and keeps what it says, for the checkers of `npm run check`. */
import { spawn } from 'node:child_process';
import { delimiter, join } from 'node:path';
import { ROOT } from './setup.mjs';

export interface Outcome {
  readonly ok: boolean;
  readonly output: string;
}

export interface Ran {
  readonly status: number;
  readonly stdout: string;
  readonly stderr: string;
}

const BIN = join(ROOT, 'node_modules', '.bin');

/** The slowest tool takes a few seconds; one that has not ended by then never will (size-limit was seen to stand still). */
const PATIENCE_MS = 120_000;

/** `cwd` may be a copy of the tree; the tools are always the ones installed here. A tool that stands still is run once more. */
export async function runTool(
  cwd: string,
  tool: string,
  args: readonly string[],
  env: NodeJS.ProcessEnv = {},
  patienceMs: number = PATIENCE_MS,
): Promise<Ran> {
  const first = await runOnce(cwd, tool, args, env, patienceMs);
  if (first !== null) return first;
  console.error(`${tool} stood still for ${patienceMs / 1000} s and was ended; it is run once more.`);
  const second = await runOnce(cwd, tool, args, env, patienceMs);
  if (second === null)
    throw new Error(`${tool} stood still twice for ${patienceMs / 1000} s: run it by hand in ${cwd}.`);
  return second;
}

/** Null where the tool had to be ended. */
function runOnce(
  cwd: string,
  tool: string,
  args: readonly string[],
  env: NodeJS.ProcessEnv,
  patienceMs: number,
): Promise<Ran | null> {
  return new Promise((resolve, reject) => {
    const child = spawn(join(BIN, tool), args, {
      cwd,
      shell: process.platform === 'win32',
      stdio: ['ignore', 'pipe', 'pipe'],
      env: {
        ...process.env,
        NO_COLOR: '1',
        FORCE_COLOR: '0',
        PATH: `${BIN}${delimiter}${process.env['PATH'] ?? ''}`,
        ...env,
      },
    });
    let stdout = '';
    let stderr = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => (stdout += text));
    child.stderr.setEncoding('utf8').on('data', (text: string) => (stderr += text));
    let isEnded = false;
    const patience = setTimeout(() => {
      isEnded = true;
      child.kill('SIGKILL');
    }, patienceMs);
    child.on('error', reject);
    child.on('close', (status) => {
      clearTimeout(patience);
      resolve(isEnded ? null : { status: status ?? 1, stdout, stderr });
    });
  });
}

/** For tools whose exit status is the whole answer. */
export async function judgeByStatus(
  cwd: string,
  tool: string,
  args: readonly string[],
  env?: NodeJS.ProcessEnv,
): Promise<Outcome> {
  const { status, stdout, stderr } = await runTool(cwd, tool, args, env);
  return { ok: status === 0, output: stdout + stderr };
}
