/** The pages of tests/pages, in words: those with something wrong, a row each in the table of tests/README.md, and the plain ones. */

export const ROWS = {
  clickjacking: 'hides, covers or shifts the card under a bait, and makes up clicks',
  clobbered: 'has elements with the names of the DOM’s own properties and methods',
  'custom-elements': 'has elements of its own that count and refuse what is done to them',
  editors: 'is written on: fields, a password, `contenteditable`, `designMode`, `role=textbox`',
  folded: 'keeps text behind a button and a summary',
  formats: 'is XHTML, plain text, XML, SVG, JSON or nothing at all',
  frames: 'holds its article in a frame, of its own site and of another',
  'frames-deep': 'nests five frames, each of another site than the one around it',
  'frames-wide': 'has fifty frames beside each other',
  growing: 'is a feed without an end',
  'huge-node': 'has 50 MB of text in one node',
  'many-nodes': 'has 1,000,000 text nodes',
  modal: 'opens a modal dialog and fills the screen',
  overlap: 'tells several claims in the same words',
  polluted: 'changes what every object inherits and breaks what a script calls',
  popovers: 'opens popovers and dialogs while a card stands',
  print: 'is printed',
  probe: 'asks for every file that Dalel is packaged with',
  remover: 'throws out every element that it did not write',
  rewritten: 'writes itself anew with `document.open`',
  rtl: 'runs from right to left',
  sandbox: 'is in a sandbox without an origin',
  shadow: 'keeps its article in shadow roots, open and closed',
  'sheet-thief': 'clears style sheets and highlights that others set',
  spa: 'is an app that replaces its article as often as it likes',
  spy: 'listens to all events, messages, mutations, highlights and style sheets',
  storm: 'changes a thousand times a second',
  'strict-csp': 'forbids every style, script and resource, and asks for trusted types',
  zoomed: 'enlarges, shrinks and turns itself; windows at half, double and triple zoom',
} as const;

/** Pages with nothing wrong, and the file of tests/e2e that reads each. */
export const PLAIN = {
  changing: 'reading.test.ts',
  demo: 'reading.test.ts',
  elsewhere: 'packs.test.ts',
  report: 'report-ways.test.ts',
  'two-claims': 'reading.test.ts',
} as const;
