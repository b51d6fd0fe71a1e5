/**
 * In every frame while a loaded pack is on: asks what the sentinel asks, for that pack's anchors. Lives as long as the
 * sentinel does: whichever matches first ends both.
 */
import { openAnchorBits } from '../../lib/engine/gate/bits';
import { knock } from '../../lib/messages/knock';
import { readMoreAnchors } from '../../lib/messages/more-anchors';
import { endOther, isThere, SENTINEL, startLifetime } from '../../lib/page/lifetime';
import { watch } from '../../lib/page/watch';

export default {
  main(): void {
    const lifetime = startLifetime(globalThis, 'dalelPackSentinel', () => isThere(globalThis, SENTINEL));
    const onMatch = (): void => {
      endOther(globalThis, SENTINEL);
      void knock();
    };
    void readMoreAnchors().then((bits) => {
      if (bits === null) lifetime.end();
      else if (lifetime.isOn()) watch({ doc: document, gate: openAnchorBits(bits), lifetime, onMatch });
    });
  },
};
