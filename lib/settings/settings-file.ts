/**
 * Settings as a JSON file, both ways. Reading checks every field and takes all or nothing, since a file may come
 * from anywhere; an unknown field is refused, so that a newer file is not half read in silence. Used by the options page.
 */
import * as v from 'valibot';
import { partialSettingsSchema } from './check';
import type { Settings } from './settings';

export const SETTINGS_FORMAT = 'dalel-settings';
/** Above what the longest lists that pass the check and a few thousand reports can fill. */
export const MAX_FILE_CHARS = 20_000_000;

export type SettingsFault =
  | { readonly kind: 'not-json' }
  | { readonly kind: 'not-settings' }
  | { readonly kind: 'too-large' }
  | { readonly kind: 'bad-field'; readonly field: string };

export type SettingsRead =
  | { readonly ok: true; readonly settings: Partial<Settings> }
  | { readonly ok: false; readonly fault: SettingsFault };

/** A pack that was loaded where the file was written: what is in it is checked, and trusted, only where it is loaded. */
export interface NamedPack {
  readonly id: string;
  /** The file or address that it came from. */
  readonly from: string;
}

const MOST_PACKS = 200;
const name = v.pipe(v.string(), v.maxLength(4000));
const packsSchema = v.looseObject({
  packs: v.pipe(v.array(v.strictObject({ id: name, from: name })), v.maxLength(MOST_PACKS)),
});

/** As a person finds it again. */
export const namePack = ({ id, from }: NamedPack): string => `${id} (${from})`;

/** `text` was read as a settings file before. A file without packs, or with a damaged list of them, names none. */
export function packsNamedIn(text: string): readonly NamedPack[] {
  const read = v.safeParse(packsSchema, JSON.parse(text));
  return read.success ? read.output.packs : [];
}

/** `version` is required here though not in the schema: it says which settings the others are. */
const fileSchema = v.object({ format: v.literal(SETTINGS_FORMAT), settings: v.looseObject({ version: v.number() }) });

/** `beside` are further parts of the file, which reading the settings leaves aside. */
export function writeSettingsFile(settings: Settings, beside: Readonly<Record<string, unknown>> = {}): string {
  return `${JSON.stringify({ format: SETTINGS_FORMAT, settings, ...beside }, null, 2)}\n`;
}

function parseJson(text: string): { readonly value: unknown } | null {
  try {
    return { value: JSON.parse(text) };
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}

export function readSettingsFile(text: string): SettingsRead {
  if (text.length > MAX_FILE_CHARS) return { ok: false, fault: { kind: 'too-large' } };
  const parsed = parseJson(text);
  if (parsed === null) return { ok: false, fault: { kind: 'not-json' } };
  const file = v.safeParse(fileSchema, parsed.value);
  if (!file.success) return { ok: false, fault: { kind: 'not-settings' } };
  const read = v.safeParse(partialSettingsSchema, file.output.settings);
  if (read.success) return { ok: true, settings: read.output };
  return { ok: false, fault: { kind: 'bad-field', field: v.getDotPath(read.issues[0]) ?? 'settings' } };
}
