/** Keys and envelopes for tests, as an editor's own command makes them. */
import { ENVELOPE_FORMAT } from '../../lib/packs/envelope';
import type { Pack } from '../../lib/engine/pack/schema';

export interface Signer {
  /** The public key, in base64. */
  readonly key: string;
  sign(bytes: Uint8Array): Promise<string>;
}

export const toBase64 = (bytes: ArrayBuffer | Uint8Array): string =>
  Buffer.from(bytes as ArrayBuffer).toString('base64');

export async function makeSigner(): Promise<Signer> {
  const pair = (await crypto.subtle.generateKey('Ed25519', true, ['sign', 'verify'])) as CryptoKeyPair;
  return {
    key: toBase64(await crypto.subtle.exportKey('raw', pair.publicKey)),
    sign: async (bytes) => toBase64(await crypto.subtle.sign('Ed25519', pair.privateKey, Buffer.from(bytes))),
  };
}

/** A signature as an envelope holds it. */
export const signatureOf = async ({ key, sign }: Signer, bytes: Uint8Array) => ({ key, signature: await sign(bytes) });

/** The text in an envelope that each of them signed. */
export async function seal(text: string, signers: readonly Signer[]): Promise<string> {
  const payload = Buffer.from(text);
  const signatures = await Promise.all(signers.map((one) => signatureOf(one, payload)));
  return JSON.stringify({ format: ENVELOPE_FORMAT, version: 1, payload: toBase64(payload), signatures });
}

/** The pack under the first signer's key, signed by all of them. */
export function sealPack(pack: Pack, signers: readonly Signer[]): Promise<string> {
  return seal(JSON.stringify({ ...pack, header: { ...pack.header, key: signers[0]?.key } }), signers);
}
