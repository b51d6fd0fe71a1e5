/**
 * The index of the bundled pack as a script that is injected before the annotator. A page gets it from the extension's
 * own file in half the time that it takes as an argument, which goes through two processes.
 */
export const SHIPPED_FILE = 'reading.js';

const NAME = 'dalelReading';
const START = `globalThis.${NAME}="`;
const END = '";\n';

/** The script of an index in base64. */
export const writeShipped = (base64: string): string => `${START}${base64}${END}`;

/** The index in base64 of the script. Throws where it is not one. */
export function readShipped(script: string): string {
  if (!script.startsWith(START) || !script.endsWith(END)) throw new Error(`${SHIPPED_FILE} is not as it was built`);
  return script.slice(START.length, -END.length);
}

/** What the script laid into this world, once; null where it was not run. */
export function takeShipped(given: object): string | null {
  const world = given as { [NAME]?: string };
  const reading = world[NAME] ?? null;
  delete world[NAME];
  return reading;
}
