/** The sentinel's only message: this frame may hold something. What the background makes of it is its own affair. */
import { livingRuntime } from './runtime';

/** Says nothing where Dalel was updated or removed meanwhile; a background that does not answer is told in the log. */
export async function knock(): Promise<void> {
  await livingRuntime()
    ?.sendMessage({ call: 'knock', request: {} })
    .catch((reason: unknown) => console.warn('Dalel: the background did not answer', reason));
}
