/**
 * Blocks: by which rules a tree of elements is blocks of text, by element name and the `hidden` attribute alone, never
 * by style. Pure and free of DOM types, so that the page and the scanner read the same blocks; see `walk`. Every block
 * can say which text node and offset each of its characters came from.
 */
import type { Run } from './block-text';

const names = (list: string): ReadonlySet<string> => new Set(list.split(' '));

/** These begin and end a block. */
export const BLOCK_ELEMENTS = names(
  'address article aside blockquote body button caption center col colgroup dd details dialog dir div dl dt fieldset ' +
    'figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr html legend li listing main menu nav ol p ' +
    'plaintext pre search section summary table tbody td tfoot th thead tr ul xmp',
);
export const HEADINGS = names('h1 h2 h3 h4 h5 h6');
export const PREFORMATTED = names('pre listing plaintext xmp');

/** Never read, and no gap between the words around them. */
export const SILENT_ELEMENTS = names('head script style template noscript noframes noembed link meta rp rt');
/** Never read; a thing of its own stands there, so words around them do not join. */
export const OPAQUE_ELEMENTS = names(
  'audio canvas datalist embed frame frameset iframe img input map math meter object optgroup option picture progress ' +
    'select svg textarea video',
);
/** What a person types in: read by nobody but them. */
export const EDITOR_ROLES = names('textbox searchbox combobox');

/** The least that a tree must tell. `children` of a shadow host begin with those of its open root. */
export interface Tree<N> {
  kind(node: N): 'element' | 'text' | 'other';
  /** Elements: the local name, in lower case. */
  name(node: N): string;
  data(node: N): string;
  children(node: N): ArrayLike<N>;
  attribute(node: N, name: string): string | null;
}

export interface WalkedBlock<N> {
  readonly text: string;
  readonly kind: 'heading' | 'text';
  readonly isTopHeading: boolean;
  readonly lang?: string;
  readonly runs: readonly Run<N>[];
}

export const isEditor = <N>(tree: Tree<N>, node: N): boolean => {
  const editable = tree.attribute(node, 'contenteditable');
  if (editable !== null && editable.toLowerCase() !== 'false') return true;
  return EDITOR_ROLES.has(tree.attribute(node, 'role') ?? '');
};
