/** A pack's file for the command line: read, unpacked and checked by the rules of the page of packs. */
import { readFileSync } from 'node:fs';
import type { Pack } from '../engine/pack/schema';
import { checkPack } from '../packs/check';
import { describePackFault } from '../packs/fault';
import { unpack } from '../packs/unpack';
import { SetupError } from './setup.mjs';

/** Throws a SetupError that names the file and the rule that it breaks. */
export async function readPackFile(file: string): Promise<Pack> {
  let bytes: Uint8Array;
  try {
    bytes = new Uint8Array(readFileSync(file));
  } catch (error) {
    throw new SetupError(`${file} could not be read: ${error instanceof Error ? error.message : String(error)}`);
  }
  const unpacked = await unpack(bytes);
  if (!unpacked.ok) throw new SetupError(`${file}: ${describePackFault(unpacked.fault)}`);
  const checked = checkPack(unpacked.text, new Date().toISOString().slice(0, 10));
  if (!checked.ok) throw new SetupError(`${file}: ${describePackFault(checked.fault)}`);
  return checked.pack;
}
