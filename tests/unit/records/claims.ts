/** The claims of this repository as the search reads them, so that its laws are held on the real words. */
import { compiledClaims } from '../../support/compiled-claims';
import { indexPack, type PackIndex } from '../../../lib/store/live';

let compiled: PackIndex | null = null;

export function ownPack(): PackIndex {
  if (compiled !== null) return compiled;
  const { pack, report } = compiledClaims();
  if (pack === null) throw new Error(`lib/claims has ${report.faults.length} faults`);
  return (compiled = indexPack(pack));
}
