/** Small values of an index that are read when first needed, in the order in which they are written. */
export const ROOTS = ['kinds', 'phraseKinds', 'phraseLists', 'speech', 'gate', 'always', 'stamp'] as const;
