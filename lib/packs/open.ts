/** A pack's file or answer, signed or not, to the pack and the keys that vouch for it, or the first rule that it breaks. */
import type { Pack } from '../engine/pack/schema';
import { checkPack } from './check';
import { openEnvelope } from './envelope';
import type { PackFault } from './fault';

export type PackOpened =
  | { readonly ok: true; readonly pack: Pack; readonly keys: readonly string[] }
  | { readonly ok: false; readonly fault: PackFault };

/** `today` is an ISO day. Whose the keys are is for `checkKeys` to say. Never throws. */
export async function openPackText(text: string, today: string): Promise<PackOpened> {
  const opened = await openEnvelope(text);
  if (!opened.ok) return opened;
  const checked = checkPack(opened.text, today);
  return checked.ok ? { ok: true, pack: checked.pack, keys: opened.keys } : checked;
}
