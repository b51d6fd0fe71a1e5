/**
 * Holds each checker to its word: in a copy of the tree with faults planted for it, it must fail and name every one.
 * A checker that reads nothing (a wrong path, a parser that gave up) passes every tree; here it is found out.
 */
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { FAULTS } from '../../tests/support/planted/faults';
import type { Checker } from './checkers';
import { copyTree } from './copy-tree';
import { outFolder } from './out-folder';
import type { Outcome } from './run-tool';

export async function judgePlanted(checker: Checker, root: string): Promise<Outcome> {
  const faults = FAULTS.filter((fault) => fault.checker === checker.name);
  if (faults.length === 0)
    return { ok: false, output: `No fault is planted for ${checker.name}: add one to tests/support/planted/faults.ts` };
  const copy = mkdtempSync(join(tmpdir(), 'dalel-planted-'));
  try {
    copyTree(root, copy);
    const out = outFolder(root);
    if (checker.needsBuild) cpSync(out, join(copy, relative(root, out)), { recursive: true });
    for (const { file, text } of faults) {
      const path = join(copy, file.replace('<out>', relative(root, outFolder(root))));
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(path, text);
    }
    const { ok, output } = await checker.run(copy);
    const silent = faults.flatMap(({ says }) => says).filter((text) => !output.includes(text));
    const lines = [
      ...(ok ? [`${checker.name} passed a tree with faults in it`] : []),
      ...silent.map((text) => `${checker.name} did not say: ${text}`),
    ];
    return {
      ok: lines.length === 0,
      output: [...lines, ...(silent.length > 0 ? ['It said:', output] : [])].join('\n'),
    };
  } finally {
    rmSync(copy, { recursive: true, force: true });
  }
}
