/** What a page says of a fault: a sentence in the reader's language, whoever threw it and in whichever. */
import { afterEach, describe, expect, test, vi } from 'vitest';
import { reasonOf, sayReason } from '../../../../components/shared/reason';
import { call, CallError } from '../../../../lib/messages/call';
import type { CallCode } from '../../../../lib/messages/runtime';
import { LANGUAGES } from '../../../../lib/words/languages';
import { wordsFor } from '../../../../lib/words/words';

/** What the program says, in the English that only its makers need. */
const DETAIL = 'verb: nobody took it';
const EXPECTED = ['gone', 'unanswered', 'too-large', 'private', 'no-tab', 'no-earlier'] as const;
const UNEXPECTED: readonly CallCode[] = ['bad-request', 'not-allowed', 'too-often', 'failed'];

afterEach(() => vi.unstubAllGlobals());

describe.each(LANGUAGES)('in %s', (lang) => {
  const say = wordsFor(lang);
  const said = (error: unknown) => sayReason(say, reasonOf(error));

  test('every fault that is expected has a sentence of its own, without the words of the program', () => {
    const sentences = EXPECTED.map((code) => said(new CallError(code, DETAIL)));
    expect(new Set(sentences).size).toBe(EXPECTED.length);
    for (const sentence of sentences) {
      expect(sentence).not.toContain('verb');
      expect(/[А-Яа-я]{3}/u.test(sentence)).toBe(lang !== 'en');
      expect(sentence).toMatch(/\.$/u);
    }
  });

  test('what is not expected is told as such, with the words of the program in quotes', () => {
    const sentences = [...UNEXPECTED.map((code) => new CallError(code, DETAIL)), new TypeError(DETAIL), DETAIL].map(
      said,
    );
    expect(new Set(sentences).size).toBe(1);
    expect(sentences[0]).toMatch(new RegExp(`[“«]${DETAIL}[”»]`, 'u'));
  });

  test('a page that outlived its extension says so', async () => {
    vi.stubGlobal('browser', { runtime: {} });
    const fault = await call('packs/list', {}).catch((error: unknown) => error);
    expect(said(fault)).toBe(said(new CallError('gone', DETAIL)));
  });

  test('what the background said of its database in the language of the reader stands as it is', () => {
    expect(said(new CallError('store', 'Памяти нет.'))).toBe('Памяти нет.');
  });
});
