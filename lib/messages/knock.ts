/**
 * The sentinel's only message: this frame may hold something. Resolves to true where the background injected the
 * annotator, to false where Dalel is off for this site, was updated meanwhile, or could not answer.
 */
import { isWireReply, livingRuntime } from './runtime';

/** False in a script that outlived an update or removal of Dalel. */
export const hasExtension = (): boolean => livingRuntime() !== null;

export async function knock(): Promise<boolean> {
  const runtime = livingRuntime();
  if (runtime === null) return false;
  try {
    const reply = await runtime.sendMessage({ call: 'knock', request: {} });
    if (!isWireReply(reply) || !reply.ok) return false;
    const value = reply.value;
    return typeof value === 'object' && value !== null && 'injected' in value && value.injected === true;
  } catch (reason) {
    console.warn('Dalel: the background did not answer', reason);
    return false;
  }
}
