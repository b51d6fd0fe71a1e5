/** In every frame: asks whether this page could hold anything we know, and knocks at the background once if so. */
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { openAnchorBits } from '../../lib/engine/gate/bits';
import { makeGate, type GateSources } from '../../lib/engine/gate/gate';
import { knock } from '../../lib/messages/knock';
import { readMoreAnchors } from '../../lib/messages/more-anchors';
import { livingRuntime } from '../../lib/messages/runtime';
import { startLifetime } from '../../lib/page/lifetime';
import { watch } from '../../lib/page/watch';

/** The search for the anchors of the bundled pack, laid in by the build. */
declare const DALEL_GATE: GateSources;

export default defineUnlistedScript(() => {
  const lifetime = startLifetime(globalThis, 'dalelSentinel', () => livingRuntime() !== null);
  const onMatch = (): void => void knock();
  watch({ doc: document, gate: makeGate(DALEL_GATE), lifetime, onMatch });
  // A second watch only for readers who loaded a pack; whichever matches first ends both.
  void readMoreAnchors().then((bits) => {
    if (bits !== null && !lifetime.signal.aborted)
      watch({ doc: document, gate: openAnchorBits(bits), lifetime, onMatch });
  });
});
