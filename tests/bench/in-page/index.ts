/** The bench's own script in a page's isolated world: lays its jobs down, to be called by name. */
import { edit, paint, point } from './marks';
import { phases, ready } from './phases';
import { chat, look, scan, walk } from './product';

Object.assign(globalThis, { dalelBench: { chat, edit, look, paint, phases, point, ready, scan, walk } });
