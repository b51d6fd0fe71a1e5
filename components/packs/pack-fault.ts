/** Why a pack was refused, in the reader's language: the rule, and where it was broken. */
import type { PackFault } from '../../lib/packs/fault';
import type { SayWord } from '../../lib/words/words';

export type LoadOutcome =
  | { readonly ok: true; readonly id: string }
  | { readonly ok: false; readonly fault: PackFault };

const megabytes = (bytes: number): number => Math.round(bytes / 1_000_000);

export function sayPackFault(fault: PackFault, say: SayWord): string {
  switch (fault.kind) {
    case 'file-too-large':
    case 'text-too-large':
      return say(`packs.fault.${fault.kind}`, { most: megabytes(fault.most) });
    case 'too-many-claims':
    case 'too-deep':
      return say(`packs.fault.${fault.kind}`, { most: fault.most });
    case 'not-gzip':
    case 'not-text':
    case 'not-json':
    case 'not-a-pack':
    case 'signed':
    case 'bad-signature':
    case 'unsigned':
    case 'other-key':
    case 'no-anchor':
    case 'bundled':
      return say(`packs.fault.${fault.kind}`);
    case 'forbidden-name':
      return say('packs.fault.forbidden-name', { name: fault.name });
    case 'newer-format':
      return say('packs.fault.newer-format', { found: fault.found });
    case 'bad-field':
      return say('packs.fault.bad-field', { field: fault.field, reason: fault.reason });
    case 'twice':
      return say('packs.fault.twice', { field: fault.field, id: fault.id });
    case 'unknown':
      return say('packs.fault.unknown', { field: fault.field, id: fault.id });
    case 'unreadable':
      return say('packs.fault.unreadable', { reason: fault.reason });
    case 'older':
      return say('packs.fault.older', { held: fault.held, given: fault.given });
    case 'same':
      return say('packs.fault.same', { held: fault.held });
    case 'expired':
      return say('packs.fault.expired', { day: fault.day });
  }
}
