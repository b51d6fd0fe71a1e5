/**
 * Why something failed, as a page keeps it until it says it in the reader's language: a code that the catalogue has a
 * sentence for, and what the program itself said. Of a database's fault the background has said it in that language.
 */
import type { CallCode } from '../../lib/messages/runtime';
import type { SayWord } from '../../lib/words/words';

const WITH_SENTENCE = ['gone', 'unanswered', 'too-large', 'private', 'no-tab', 'no-earlier', 'store'] as const;
type WithSentence = (typeof WITH_SENTENCE)[number] & CallCode;

export interface Reason {
  /** `fault`: nothing that is expected to happen. */
  readonly code: WithSentence | 'fault';
  readonly detail: string;
}

/** Takes whatever was thrown. */
export function reasonOf(error: unknown): Reason {
  const detail = error instanceof Error ? error.message : String(error);
  // A CallError has a code of ours; a code of the browser's own errors is not in the list.
  const given = error instanceof Error && 'code' in error ? error.code : null;
  return { code: WITH_SENTENCE.find((code) => code === given) ?? 'fault', detail };
}

/** One or two whole sentences. */
export function sayReason(say: SayWord, { code, detail }: Reason): string {
  return code === 'store' ? detail : say(`shared.reason.${code}`, { detail });
}
