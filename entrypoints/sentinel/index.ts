/** In every frame: asks whether this page could hold anything we know, and knocks at the background once if so. */
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { makeGate } from '../../lib/engine/gate/gate';
import { knock } from '../../lib/messages/knock';
import { livingRuntime } from '../../lib/messages/runtime';
import { startLifetime } from '../../lib/page/lifetime';
import { watch } from '../../lib/page/watch';

/** Literals from the bundled pack, laid in by the build. */
declare const DALEL_ANCHORS: readonly string[];

export default defineUnlistedScript(() => {
  watch({
    doc: document,
    gate: makeGate(DALEL_ANCHORS),
    lifetime: startLifetime(globalThis, 'dalelSentinel', () => livingRuntime() !== null),
    onMatch: () => void knock(),
  });
});
