/** What unit tests get for `wxt/browser`, see vitest.config.ts. */
export { fake as browser } from '../unit/background/fake-browser';
