/** Where the background lays what the capture script is asked for: `globalThis.dalelCapture`, a moment before it is injected. */
export const CAPTURE_ASK = 'dalelCapture';
