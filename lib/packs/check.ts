/**
 * A pack's text to a pack, or the first rule that it breaks. Cheap rules go first (size, depth, names), so that a
 * hostile file is refused before anything is made of it. Nothing of it is run: a pack holds words, ids and numbers.
 */
import * as v from 'valibot';
import { anchorConcepts } from '../engine/gate/anchors';
import { PACK_FORMAT, PACK_VERSION, packSchema, type Pack } from '../engine/pack/schema';
import { findGrammarFault } from '../engine/match/grammar';
import { readingData } from '../engine/pack/reading';
import { openReader } from '../engine/read';
import type { PackFault } from './fault';
import { badField } from './bad-field';
import { findBrokenReference } from './references';
import { MAX_TEXT_BYTES } from './unpack';

export const MAX_DEPTH = 12;
export const MAX_CLAIMS = 20_000;
const MAX_STRING = 8000;

export type PackChecked =
  | { readonly ok: true; readonly pack: Pack }
  | { readonly ok: false; readonly fault: PackFault };

const FORBIDDEN: ReadonlySet<string> = new Set(['__proto__', 'constructor', 'prototype']);

/** How deep objects and lists nest, counted in the text itself, before anything is parsed. */
function depthOf(text: string): number {
  let depth = 0;
  let deepest = 0;
  let isIn = false;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (isIn) {
      if (code === 92) at++;
      else if (code === 34) isIn = false;
    } else if (code === 34) isIn = true;
    else if (code === 123 || code === 91) deepest = Math.max(deepest, ++depth);
    else if (code === 125 || code === 93) depth--;
  }
  return deepest;
}

/** The first name that is forbidden, or string that is too long, with its place; null where there is none. */
function findHostile(value: unknown, place: string): PackFault | null {
  if (typeof value === 'string')
    return value.length > MAX_STRING
      ? { kind: 'bad-field', field: place, reason: `Expected at most ${MAX_STRING} characters` }
      : null;
  if (typeof value !== 'object' || value === null) return null;
  for (const [name, inner] of Object.entries(value)) {
    if (FORBIDDEN.has(name)) return { kind: 'forbidden-name', name: place === '' ? name : `${place}.${name}` };
    const found = findHostile(inner, place === '' ? name : `${place}.${name}`);
    if (found !== null) return found;
  }
  return null;
}

type Data = { readonly [key: string]: unknown };
const isData = (value: unknown): value is Data => typeof value === 'object' && value !== null && !Array.isArray(value);

/** Rules that can be told from the outside, before the whole shape is checked. */
function findOuterFault(data: unknown): PackFault | null {
  if (isData(data) && data['format'] === 'dalel-signed-pack') return { kind: 'signed' };
  if (!isData(data) || data['format'] !== PACK_FORMAT) return { kind: 'not-a-pack' };
  const version = data['version'];
  if (typeof version === 'number' && version > PACK_VERSION) return { kind: 'newer-format', found: version };
  const claims = data['claims'];
  if (Array.isArray(claims) && claims.length > MAX_CLAIMS) return { kind: 'too-many-claims', most: MAX_CLAIMS };
  return findHostile(data, '');
}

function findReadingFault(pack: Pack): PackFault | null {
  if (anchorConcepts(pack.concepts).length === 0) return { kind: 'no-anchor' };
  // A reader opens its grammars when a text asks for them: too late to refuse the pack.
  for (const language of pack.languages) {
    const reason = findGrammarFault(language);
    if (reason !== null) return { kind: 'unreadable', reason };
  }
  try {
    openReader(readingData(pack));
    return null;
  } catch (error) {
    return { kind: 'unreadable', reason: error instanceof Error ? error.message : String(error) };
  }
}

/** Of a file without a signature. `today` is an ISO day: a pack that expired before it is refused. Never throws. */
export function checkPack(text: string, today: string): PackChecked {
  const refuse = (fault: PackFault): PackChecked => ({ ok: false, fault });
  if (text.length > MAX_TEXT_BYTES) return refuse({ kind: 'text-too-large', most: MAX_TEXT_BYTES });
  if (depthOf(text) > MAX_DEPTH) return refuse({ kind: 'too-deep', most: MAX_DEPTH });
  let data: unknown;
  try {
    data = JSON.parse(text);
  } catch {
    return refuse({ kind: 'not-json' });
  }
  const outer = findOuterFault(data);
  if (outer !== null) return refuse(outer);
  const checked = v.safeParse(packSchema, data, { abortEarly: true });
  if (!checked.success) return refuse(badField(checked.issues, 'pack'));
  const pack = checked.output;
  if (pack.header.expires !== undefined && pack.header.expires < today)
    return refuse({ kind: 'expired', day: pack.header.expires });
  const fault = findBrokenReference(pack) ?? findReadingFault(pack);
  return fault === null ? { ok: true, pack } : refuse(fault);
}

/** Whether a checked pack may take the place of what is held. */
export function checkAgainst(
  pack: Pack,
  held: { readonly bundledId: string; readonly revision: number | null },
): PackFault | null {
  const given = pack.header.revision;
  if (pack.header.id === held.bundledId) return { kind: 'bundled' };
  if (held.revision === null || given > held.revision) return null;
  return given === held.revision ? { kind: 'same', held: given } : { kind: 'older', held: held.revision, given };
}
