/** Made-up findings, cards and documents for tests of lib/page: small, whole, and without a pack. */
import type { Block, Finding, RawOffset } from '../../../lib/engine/types';
import { EMPTY_CONTEXT } from '../../../lib/engine/read';
import { observeChanges, type Changes } from '../../../lib/page/changes';
import { openPageReader, type Pass } from '../../../lib/page/read-page';
import type { ClaimCard, PageSettings } from '../../../lib/messages/protocol';

/** What a pass asks of a reader. */
export type SteppedReader = Parameters<typeof openPageReader>[1];

export const SETTINGS: PageSettings = {
  openBy: 'rest',
  restMs: 300,
  loudness: 'full',
  minConfidence: 0.6,
  screenReader: false,
  language: 'en',
};

export function pageOf(html: string): Document {
  document.documentElement.innerHTML = `<head><title>Tab</title></head><body>${html}</body>`;
  return document;
}

export const findingAt = (start: number, end: number, change: Partial<Finding> = {}): Finding => ({
  claim: 'jets-sold',
  start: start as RawOffset,
  end: end as RawOffset,
  quote: '',
  stance: 'asserts',
  confidence: 0.9,
  evidence: [],
  figures: [],
  ...change,
});

export const cardOf = (id: string, change: Partial<ClaimCard> = {}): ClaimCard => ({
  id,
  topic: 'aircraft',
  proposition: `Proposition of ${id}`,
  status: 'denied',
  rung: null,
  counts: { denial: 1, doubt: 0, support: 0, confirmation: 0, report: 0, comment: 0 },
  statements: [],
  origin: [],
  ...change,
});

/** Finds `jets-sold` wherever the words "sold jets" stand; remembers what it was asked to read. */
export function wordReader(): SteppedReader & { readonly asked: Block[] } {
  const asked: Block[] = [];
  return {
    asked,
    work: { blocks: 0, tokens: 0, frames: 0 },
    gate: null,
    mayName: () => true,
    isSilent: () => false,
    *readSteps(block) {
      asked.push(block);
      yield null;
      const findings = [...block.text.matchAll(/sold jets/g)].map((match) =>
        findingAt(match.index, match.index + match[0].length, { quote: match[0] }),
      );
      return { findings, context: EMPTY_CONTEXT };
    },
  };
}

/** A page reader that is told of changes, as the annotator's is. */
export function openWatched(
  doc: Document,
  reader: SteppedReader,
  isOurs: (node: Node) => boolean = () => false,
): { readonly changes: Changes; readonly readPage: () => Promise<Pass | null>; readonly end: () => void } {
  const lifetime = new AbortController();
  const { signal } = lifetime;
  const none = (): undefined => undefined;
  const changes = observeChanges({ doc, signal, isOurs, onChange: none, onNewRoot: none });
  return { changes, readPage: openPageReader(doc, reader, signal, changes), end: () => lifetime.abort() };
}
