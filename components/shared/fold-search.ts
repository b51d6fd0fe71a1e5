/** Small substring search for lists that fit on a page: case, ё and accents do not matter; every word of the query must occur. */
const ACCENTS = /\p{M}/gu;

function foldForSearch(text: string): string {
  // NFD splits й into и and a breve, so that dropping accents folds it alike in query and text; ё becomes е the same way.
  return text.normalize('NFKD').replace(ACCENTS, '').toLowerCase();
}

export function matchesSearch(query: string, ...texts: readonly string[]): boolean {
  const words = foldForSearch(query)
    .split(/\s+/u)
    .filter((word) => word !== '');
  const haystack = foldForSearch(texts.join('\n'));
  return words.every((word) => haystack.includes(word));
}
