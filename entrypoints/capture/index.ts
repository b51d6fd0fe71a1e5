/** Injected where a person reports something: gives the background what the report begins with, and is gone. */
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { CAPTURE_ASK } from '../../lib/messages/capture-ask';
import { capturePage } from '../../lib/page/capture';
import type { CaptureAsk } from '../../lib/reports/report';

export default defineUnlistedScript(() => {
  const world = globalThis as { [CAPTURE_ASK]?: CaptureAsk };
  const ask = world[CAPTURE_ASK] ?? { link: null };
  delete world[CAPTURE_ASK];
  return capturePage(document, ask);
});
