/** Why an update was not taken, in the reader's language: the rule, and what to do. */
import type { UpdateFault } from '../../lib/packs/update-fault';
import type { SayWord } from '../../lib/words/words';
import { sayPackFault } from './pack-fault';

export function sayUpdateFault(fault: UpdateFault, say: SayWord): string {
  switch (fault.kind) {
    case 'not-address':
    case 'not-https':
    case 'with-user':
    case 'local-address':
    case 'not-subscribed':
    case 'unreachable':
    case 'offline':
    case 'html':
    case 'subscribed':
      return say(`packs.fault.${fault.kind}`);
    case 'status':
    case 'busy':
      // As text: a code is no amount, and takes no separators.
      return say(`packs.fault.${fault.kind}`, { status: String(fault.status) });
    case 'stalled':
    case 'too-slow':
      return say(`packs.fault.${fault.kind}`, { seconds: fault.seconds });
    case 'wrong-type':
      return say('packs.fault.wrong-type', {
        type: fault.type === '' ? say('packs.fault.wrong-type.none') : fault.type,
      });
    case 'other-pack':
      return say('packs.fault.other-pack', { held: fault.held, given: fault.given });
    case 'retractions': {
      const inner = fault.fault;
      const reason = inner.kind === 'other-pack' ? say('packs.fault.list-of-another') : sayUpdateFault(inner, say);
      return say('packs.fault.retractions', { reason });
    }
    case 'file-too-large':
    case 'text-too-large':
    case 'too-many-claims':
    case 'too-deep':
    case 'not-gzip':
    case 'not-text':
    case 'not-json':
    case 'not-a-pack':
    case 'signed':
    case 'bad-signature':
    case 'unsigned':
    case 'other-key':
    case 'forbidden-name':
    case 'newer-format':
    case 'bad-field':
    case 'twice':
    case 'unknown':
    case 'no-anchor':
    case 'unreadable':
    case 'bundled':
    case 'older':
    case 'same':
    case 'expired':
      return sayPackFault(fault, say);
  }
}
