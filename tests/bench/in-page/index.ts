/** The bench's own script in a page's isolated world: lays its jobs down, to be called by name. */
import { edit, paint, point } from './marks';
import { phases } from './phases';
import { look, scan, walk } from './product';

Object.assign(globalThis, { dalelBench: { edit, look, paint, phases, point, scan, walk } });
