/** Why a pack is refused, as data; each is said in one sentence that names the rule and the place. */
export type PackFault =
  /** Over 2 MB as a file, over 16 MB unpacked, over 20,000 claims, deeper than 12. `most` counts what the kind says. */
  | { readonly kind: 'file-too-large' | 'text-too-large' | 'too-many-claims' | 'too-deep'; readonly most: number }
  | { readonly kind: 'not-gzip' | 'not-text' | 'not-json' | 'not-a-pack' | 'signed' }
  /** It does not hold; there is none where one is due; it is another's than the one that was trusted. */
  | { readonly kind: 'bad-signature' | 'unsigned' | 'other-key' }
  /** A name that would reach an object's prototype, at this place. */
  | { readonly kind: 'forbidden-name'; readonly name: string }
  | { readonly kind: 'newer-format'; readonly found: number }
  | { readonly kind: 'bad-field'; readonly field: string; readonly reason: string }
  | { readonly kind: 'twice'; readonly field: string; readonly id: string }
  | { readonly kind: 'unknown'; readonly field: string; readonly id: string }
  /** No concept opens the gate, so nothing would ever be found. */
  | { readonly kind: 'no-anchor' }
  | { readonly kind: 'unreadable'; readonly reason: string }
  | { readonly kind: 'bundled' }
  | { readonly kind: 'older'; readonly held: number; readonly given: number }
  | { readonly kind: 'same'; readonly held: number }
  | { readonly kind: 'expired'; readonly day: string };

/** In English, for the command line and the log; pages say it in their own language. */
export function describePackFault(fault: PackFault): string {
  switch (fault.kind) {
    case 'file-too-large':
      return `The file is larger than ${fault.most} bytes.`;
    case 'text-too-large':
      return `Unpacked it is larger than ${fault.most} bytes.`;
    case 'too-many-claims':
      return `It has more than ${fault.most} claims.`;
    case 'too-deep':
      return `It is nested deeper than ${fault.most} levels.`;
    case 'not-gzip':
      return 'It begins like a gzip file and cannot be unpacked as one.';
    case 'not-text':
      return 'It is not text in UTF-8.';
    case 'not-json':
      return 'It is not JSON.';
    case 'not-a-pack':
      return 'It is JSON, but no pack of Dalel.';
    case 'signed':
      return 'It is a signed envelope within another one.';
    case 'bad-signature':
      return 'Its signature does not hold.';
    case 'unsigned':
      return 'It is not signed, though an earlier revision or its own header names a key.';
    case 'other-key':
      return 'It is signed with another key than the one that is trusted.';
    case 'forbidden-name':
      return `It holds a field named ${fault.name}.`;
    case 'newer-format':
      return `It has format ${fault.found}, which is newer than this version of Dalel.`;
    case 'bad-field':
      return `${fault.field}: ${fault.reason}.`;
    case 'twice':
      return `${fault.field}: the id ${fault.id} is there twice.`;
    case 'unknown':
      return `${fault.field}: ${fault.id} is not in the pack.`;
    case 'no-anchor':
      return 'No concept of it is an anchor, so no page would be read for it.';
    case 'unreadable':
      return `The engine cannot read it: ${fault.reason}`;
    case 'bundled':
      return 'Its id is that of the pack that came with Dalel.';
    case 'older':
      return `It has revision ${fault.given}; revision ${fault.held} is held.`;
    case 'same':
      return `Revision ${fault.held} is held already.`;
    case 'expired':
      return `It expired on ${fault.day}.`;
  }
}
