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

/** `cwd` may be a copy of the tree; the tools are always the ones installed here. */
export function runTool(cwd: string, tool: string, args: readonly string[], env: NodeJS.ProcessEnv = {}): Promise<Ran> {
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
    child.on('error', reject);
    child.on('close', (status) => resolve({ status: status ?? 1, stdout, stderr }));
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
