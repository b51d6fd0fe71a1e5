/**
 * What a page that took over our script in it could do: from the script's own world, in every frame, each verb of our own
 * pages is asked for, sound in itself. All are refused, and nothing that is kept changes.
 */
import { expect, test } from 'vitest';
import type { Verb } from '../../lib/messages/call';
import { REQUESTS } from '../../lib/messages/requests';
import type { Json } from '../support/driven';
import { SOUND } from '../support/sound-requests';
import { waitForMarks } from '../support/reading';
import { keptOf } from '../support/stored';
import { inBothBrowsers } from '../support/suite';

const VERBS = Object.keys(REQUESTS) as readonly Verb[];
const OURS = VERBS.filter((verb) => REQUESTS[verb].from === 'extension');

/** Runs in the world of our scripts in a frame: asks for each verb and gives the codes of the answers. */
async function askAll(verbs: readonly string[], sound: Json): Promise<string[]> {
  const here = globalThis as unknown as Record<
    'browser' | 'chrome',
    { runtime: { sendMessage(message: unknown): Promise<{ ok: boolean; error?: { code: string } } | null> } }
  >;
  const answers: string[] = [];
  for (const call of verbs) {
    const request = (sound as { readonly [verb: string]: Json })[call];
    const answer = await (here.browser ?? here.chrome).runtime.sendMessage({ call, request });
    answers.push(`${call}: ${answer?.ok === false ? (answer.error?.code ?? 'no code') : 'answered'}`);
  }
  return answers;
}

inBothBrowsers('a script in a page', (use) => {
  test.each(['frames/index.html', 'sandbox/index.html'])('of %s reaches no verb of our own pages', async (path) => {
    // What a first mark leaves behind, the secret of the marks' names, is there before anything is compared.
    await waitForMarks(await use.open('two-claims/index.html'));
    const page = await use.open(path);
    await waitForMarks(page.frames()[1] ?? page);
    const before = await keptOf(use.browser);
    const frames = await use.browser.inFrames(page, askAll, [...OURS], SOUND as Json);
    const after = await keptOf(use.browser);
    expect(frames.length).toBeGreaterThan(0);
    for (const answers of frames) expect(answers).toEqual(OURS.map((verb) => `${verb}: not-allowed`));
    // Compared as a whole: the database is too long to be shown.
    expect(after === before).toBe(true);
  });

  test('is answered where it may ask, and refused where the shape or the size is wrong', async () => {
    const page = await use.open('two-claims/index.html');
    await waitForMarks(page);
    const [answers] = await use.browser.inFrames(page, askAll, ['claims/for-page', 'page/found'], {
      'claims/for-page': { ids: ['x'.repeat(300)] },
      'page/found': { counts: [], capped: [], quote: 'x'.repeat(5000) },
    });
    expect(answers).toEqual(['claims/for-page: bad-request', 'page/found: too-large']);
    const [sound] = await use.browser.inFrames(page, askAll, ['claims/for-page'], SOUND as Json);
    expect(sound).toEqual(['claims/for-page: answered']);
  });
});
