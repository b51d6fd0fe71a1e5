/** The little that the bench calls of the peers that it measures beside us. */
declare module 'mark.js' {
  interface Options {
    readonly element: string;
    readonly separateWordSearch: boolean;
    readonly accuracy: 'exactly';
    readonly done: () => void;
  }
  class Mark {
    constructor(context: Node);
    mark(words: readonly string[], options: Options): void;
  }
  export = Mark;
}

declare module 'findandreplacedomtext' {
  function findAndReplaceDOMText(node: Node, options: { readonly find: RegExp; readonly wrap: string }): unknown;
  export = findAndReplaceDOMText;
}

declare module 'modern-ahocorasick' {
  class AhoCorasick {
    constructor(keywords: readonly string[]);
    count(text: string): number;
  }
  export = AhoCorasick;
}
