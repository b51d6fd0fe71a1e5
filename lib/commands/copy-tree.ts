/** A copy of the tree with the tools of the one it came from, for whatever must not be done in the tree itself. */
import { cpSync, symlinkSync } from 'node:fs';
import { join, relative } from 'node:path';

const NOT_COPIED = /^(?:node_modules|\.git|\.output[^/\\]*|\.wxt|\.dalel)(?:[/\\]|$)/;

/** `to` may be there already, empty. Nothing that was built or installed is copied. */
export function copyTree(root: string, to: string): void {
  cpSync(root, to, { recursive: true, filter: (from) => !NOT_COPIED.test(relative(root, from)) });
  symlinkSync(join(root, 'node_modules'), join(to, 'node_modules'), 'junction');
}
