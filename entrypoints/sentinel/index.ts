/** In every frame: asks whether this page could hold anything we know, and knocks at the background once if so. */
import { makeGate, type GateSources } from '../../lib/engine/gate/gate';
import { knock } from '../../lib/messages/knock';
import { livingRuntime } from '../../lib/messages/runtime';
import { SENTINEL, startLifetime } from '../../lib/page/lifetime';
import { watch } from '../../lib/page/watch';

/** The search for the anchors of the bundled pack, laid in by the build. */
declare const DALEL_GATE: GateSources;

export default {
  main(): void {
    const lifetime = startLifetime(globalThis, SENTINEL, () => livingRuntime() !== null);
    watch({ doc: document, gate: makeGate(DALEL_GATE), lifetime, onMatch: () => void knock() });
  },
};
