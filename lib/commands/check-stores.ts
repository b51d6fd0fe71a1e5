/**
 * What the stores would refuse or ask about: texts in three languages within their lengths, a reason for each permission
 * that the built manifests ask for and none for another, and what the manifests promise in PRIVACY and lib/stores.
 */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as v from 'valibot';
import { parse } from 'yaml';
import { outFolder } from './out-folder';
import type { Outcome } from './run-tool';

const LANGUAGES = ['en', 'ru', 'kk'] as const;
export const STORE_PICTURES = ['card', 'claim', 'database'] as const;
/** What the Chrome Web Store wants; the others take it, too. */
export const STORE_SIZE = { width: 1280, height: 800 } as const;

/** Characters: a manifest's description and a description in Chrome's store, a summary in Firefox's, a least in Edge's. */
const LONGEST = { manifest: 132, summary: 250, description: 16_000 } as const;
const SHORTEST_DESCRIPTION = 250;

/** After the signature and the head of the first chunk; the height follows. */
const PNG_WIDTH_AT = 16;

const texts = v.strictObject({ summary: v.string(), purpose: v.string(), description: v.string() });
const reasons = v.record(v.string(), v.string());
const manifest = v.object({
  permissions: v.array(v.string()),
  host_permissions: v.array(v.string()),
  web_accessible_resources: v.optional(v.unknown()),
  externally_connectable: v.optional(v.unknown()),
  content_security_policy: v.object({ extension_pages: v.string() }),
  minimum_chrome_version: v.optional(v.string()),
  browser_specific_settings: v.optional(
    v.object({
      gecko: v.object({
        strict_min_version: v.string(),
        data_collection_permissions: v.object({ required: v.tuple([v.literal('none')]) }),
      }),
    }),
  ),
});
const messages = v.object({ description: v.object({ message: v.string() }) });

export function judgeStores(root: string): Promise<Outcome> {
  const lines = [
    ...LANGUAGES.flatMap((language) => [...judgeTexts(root, language), ...judgePictures(root, language)]),
    ...judgeManifests(root),
  ];
  return Promise.resolve({ ok: lines.length === 0, output: lines.join('\n') });
}

function judgeTexts(root: string, language: string): readonly string[] {
  const file = `lib/stores/${language}.yaml`;
  const { summary, description } = v.parse(texts, parse(readFileSync(join(root, file), 'utf8')));
  const catalogue = `public/_locales/${language}/messages.json`;
  const { message } = v.parse(messages, JSON.parse(readFileSync(join(root, catalogue), 'utf8'))).description;
  return [
    ...tooLong(`description in ${catalogue}`, message, LONGEST.manifest),
    ...tooLong(`summary in ${file}`, summary, LONGEST.summary),
    ...tooLong(`description in ${file}`, description, LONGEST.description),
    ...(description.length < SHORTEST_DESCRIPTION
      ? [`description in ${file}: ${description.length} characters, and Edge wants ${SHORTEST_DESCRIPTION}`]
      : []),
  ];
}

function tooLong(what: string, text: string, most: number): readonly string[] {
  return text.length > most ? [`${what}: ${text.length} characters, at most ${most}`] : [];
}

function judgePictures(root: string, language: string): readonly string[] {
  return STORE_PICTURES.flatMap((name) => {
    const file = `tests/shots/stores/${language}-${name}.png`;
    if (!existsSync(join(root, file))) return [`${file} is missing: npm run shots -- stores takes it`];
    const bytes = readFileSync(join(root, file));
    const [width, height] = [bytes.readUInt32BE(PNG_WIDTH_AT), bytes.readUInt32BE(PNG_WIDTH_AT + 4)];
    if (width === STORE_SIZE.width && height === STORE_SIZE.height) return [];
    return [`${file} is ${width} by ${height} and not ${STORE_SIZE.width} by ${STORE_SIZE.height}`];
  });
}

function judgeManifests(root: string): readonly string[] {
  const given = v.parse(reasons, parse(readFileSync(join(root, 'lib/stores/permissions.yaml'), 'utf8')));
  const asked = new Set<string>();
  const lines: string[] = [];
  for (const build of ['chrome-mv3', 'firefox-mv3']) {
    const path = join(outFolder(root), build, 'manifest.json');
    const one = v.parse(manifest, JSON.parse(readFileSync(path, 'utf8')));
    for (const permission of [...one.permissions, ...one.host_permissions]) asked.add(permission);
    if (one.web_accessible_resources !== undefined) lines.push(`${build}: a page could load files of the extension`);
    if (one.externally_connectable !== undefined) lines.push(`${build}: a page could send messages`);
    if (!one.content_security_policy.extension_pages.startsWith("default-src 'none';"))
      lines.push(`${build}: the policy of its pages does not begin with default-src 'none'`);
    if (one.minimum_chrome_version === undefined && one.browser_specific_settings === undefined)
      lines.push(`${build}: names no oldest version`);
  }
  return [
    ...lines,
    ...[...asked].filter((name) => given[name] === undefined).map((name) => `${name} is asked for without a reason`),
    ...Object.keys(given)
      .filter((name) => !asked.has(name))
      .map((name) => `${name} has a reason, but is not asked for`),
  ];
}
