/** Plain text to blocks: one a line; the first line that is not empty is the title. */
import type { Block } from '../engine/types';

export interface PlacedBlock extends Block {
  /** Where the block starts in the file's decoded text. */
  readonly offset: number;
}

const LINE = /[^\r\n\u2028\u2029]+/gu;

export function plainBlocks(text: string, lang: string | null): PlacedBlock[] {
  const blocks: PlacedBlock[] = [];
  for (const match of text.matchAll(LINE)) {
    if (match[0].trim() === '') continue;
    const kind = blocks.length === 0 ? 'title' : 'text';
    blocks.push({ text: match[0], kind, offset: match.index, ...(lang === null ? {} : { lang }) });
  }
  return blocks;
}
