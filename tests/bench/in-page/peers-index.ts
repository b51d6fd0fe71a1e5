/** The peers in a page's isolated world: laid down beside the bench's other jobs, to be called by name. */
import { walk } from './product';
import { seek } from './peers';

Object.assign(globalThis, { dalelBench: { seek, walk } });
