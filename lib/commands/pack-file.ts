/** A pack's file for the command line: read, unpacked and checked by the rules of the page of packs. */
import { readFileSync } from 'node:fs';
import type { Pack } from '../engine/pack/schema';
import { checkPack } from '../packs/check';
import { checkKeys, openEnvelope } from '../packs/envelope';
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
  const opened = await openEnvelope(unpacked.text);
  if (!opened.ok) throw new SetupError(`${file}: ${describePackFault(opened.fault)}`);
  const checked = checkPack(opened.text, new Date().toISOString().slice(0, 10));
  if (!checked.ok) throw new SetupError(`${file}: ${describePackFault(checked.fault)}`);
  const fault = checkKeys(checked.pack.header.key, opened.keys, undefined);
  if (fault !== null) throw new SetupError(`${file}: ${describePackFault(fault)}`);
  return checked.pack;
}
