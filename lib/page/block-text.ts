/**
 * The text of one block as it grows node by node: runs of white space become one space, ends are trimmed, and each
 * stretch remembers where it stood. Law: character `i` of a block is the character that `placeOf(runs, i)` names,
 * any white space being equal. Blocks never exceed `MOST_CHARACTERS`; longer ones are cut at a sentence.
 */

/** `length` characters from `from` in `node` stand at `at` in the block. Runs are in order and do not overlap. */
export interface Run<N> {
  readonly node: N;
  readonly from: number;
  readonly at: number;
  readonly length: number;
}

export interface TextOfBlock<N> {
  readonly text: string;
  readonly runs: readonly Run<N>[];
}

/** What one reading of a block may cost is bounded by this. */
export const MOST_CHARACTERS = 20_000;

/** HTML's white space; a no-break space is a character like any other. */
const IRREGULAR = /[ \t\n\r\f]{2,}|[\t\n\r\f]/g;
const BLANK_LINE = /\n[ \t\r\f]*\n/;

export class BlockText<N> {
  private text = '';
  private runs: Run<N>[] = [];
  /** White space that stands once a word follows; its place, or null for a gap that no character made. */
  private space: { readonly node: N; readonly from: number } | 'gap' | null = null;
  private done: TextOfBlock<N>[] = [];

  get hasFinished(): boolean {
    return this.done.length > 0;
  }

  /** The block that is open has no word yet. */
  get isEmpty(): boolean {
    return this.text === '';
  }

  /** In preformatted text an empty line ends the block. */
  add(node: N, data: string, isPreformatted: boolean): void {
    let from = 0;
    for (const match of data.matchAll(IRREGULAR)) {
      this.piece(node, data, from, match.index);
      this.space ??= { node, from: match.index };
      if (isPreformatted && BLANK_LINE.test(match[0])) this.close();
      from = match.index + match[0].length;
    }
    this.piece(node, data, from, data.length);
  }

  /** Words on both sides stay apart. */
  gap(): void {
    this.space ??= 'gap';
  }

  close(): void {
    if (this.text !== '') this.done.push({ text: this.text, runs: this.runs });
    this.text = '';
    this.runs = [];
    this.space = null;
  }

  /** The blocks that ended since it was last asked. */
  take(): readonly TextOfBlock<N>[] {
    if (this.done.length === 0) return this.done;
    const done = this.done;
    this.done = [];
    return done;
  }

  /** `data` from `from` to `to`, in which white space is single spaces only. */
  private piece(node: N, data: string, from: number, to: number): void {
    if (from >= to) return;
    let start = from;
    let end = to;
    if (data.startsWith(' ', start)) {
      this.space ??= { node, from: start };
      start++;
    }
    const isOpen = end > start && data[end - 1] === ' ';
    if (isOpen) end--;
    if (end > start) this.words(node, data, start, end);
    if (isOpen) this.space ??= { node, from: end };
  }

  private words(node: N, data: string, start: number, end: number): void {
    if (this.text !== '' && this.space !== null) {
      if (this.space !== 'gap') this.run(this.space.node, this.space.from, 1);
      this.text += ' ';
    }
    this.space = null;
    let from = start;
    for (let room = MOST_CHARACTERS - this.text.length; end - from > room; room = MOST_CHARACTERS) {
      const cut = cutPlace(data, from, from + Math.max(room, 1));
      this.append(node, data, from, cut);
      this.close();
      from = data[cut] === ' ' ? cut + 1 : cut;
    }
    this.append(node, data, from, end);
  }

  private append(node: N, data: string, from: number, to: number): void {
    if (to <= from) return;
    this.run(node, from, to - from);
    this.text += data.slice(from, to);
  }

  private run(node: N, from: number, length: number): void {
    const last = this.runs.at(-1);
    const at = this.text.length;
    if (last !== undefined && last.node === node && last.from + last.length === from && last.at + last.length === at) {
      this.runs[this.runs.length - 1] = { ...last, length: last.length + length };
    } else {
      this.runs.push({ node, from, at, length });
    }
  }
}

/** After the last sentence that ends before `limit`, else after the last word, else right there. */
function cutPlace(data: string, start: number, limit: number): number {
  const stop = data.lastIndexOf('. ', limit - 2);
  if (stop > start) return stop + 1;
  const space = data.lastIndexOf(' ', limit - 1);
  return space > start ? space : limit;
}

/** Where a block's character stands: its node and the offset in it. A gap's place is that of the next character. */
export function placeOf<N>(
  runs: readonly Run<N>[],
  offset: number,
): { readonly node: N; readonly offset: number } | null {
  let low = 0;
  let high = runs.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    const run = runs[middle];
    if (run !== undefined && run.at + run.length <= offset) low = middle + 1;
    else high = middle;
  }
  const run = runs[low];
  if (run === undefined || offset >= run.at + run.length) return null;
  return { node: run.node, offset: run.from + Math.max(0, offset - run.at) };
}
