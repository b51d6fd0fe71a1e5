/** WXT leaves `runtime.getURL` to a file that its build makes; this says what holds before any build. */
import 'wxt/browser';

declare module 'wxt/browser' {
  interface WxtRuntime {
    getURL(path: string): string;
  }
}
