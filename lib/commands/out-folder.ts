/** Where the builds of a tree are: `.output`, or what DALEL_OUT names, as in wxt.config.ts. */
import { resolve } from 'node:path';

export function outFolder(root: string): string {
  return resolve(root, process.env['DALEL_OUT'] ?? '.output');
}
