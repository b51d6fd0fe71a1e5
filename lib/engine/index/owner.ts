/**
 * Who owns the item of this number, where `starts` says of each owner which item is its first, and at its end how many
 * there are: the last owner that begins at or before it, by halving.
 */
export function ownerOf(starts: Uint32Array, item: number): number {
  let low = 0;
  let high = starts.length - 2;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((starts[middle] ?? 0) <= item) low = middle;
    else high = middle - 1;
  }
  return low;
}
