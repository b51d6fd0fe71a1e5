/** What the pictures show: a frozen part of the database, so that a claim that is mended changes no picture. */
import type { ClaimCard, ClaimRow, SourceRow } from '../../lib/messages/protocol';
import type { Language } from '../../lib/words/words';
import frozen from './samples.json';

interface Samples {
  readonly cards: Readonly<Record<Language, readonly ClaimCard[]>>;
  readonly rows: Readonly<Record<Language, readonly ClaimRow[]>>;
  readonly sources: readonly SourceRow[];
}

/** Written once from the pack by the project's own functions; TypeScript reads the unions in it as plain text. */
export const SAMPLES = frozen as unknown as Samples;
