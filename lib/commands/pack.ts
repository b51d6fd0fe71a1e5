/**
 * `npm run pack -- build|check|diff|keygen|sign|retract|from-claimreview`: packs as files, by the same rules as the page of
 * packs. `build [--claims folder] [--out pack.json.gz]` compiles a folder of claims; `check FILE...` says whether each would
 * be taken; `keygen` and `sign` put a pack into a signed envelope, `retract` a list of withdrawn claims; `diff BEFORE AFTER`
 * says what a reader would see change; `from-claimreview FEED` makes a pack of a feed of ClaimReviews and lists what could
 * not be converted. Exit status 1 where a pack is refused.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { gzipSync } from 'node:zlib';
import { formatFault } from '../compile/fault';
import { compilePack, packToJson } from '../compile/pack';
import { diffPacks, type ClaimChange } from '../packs/diff';
import { checkPack } from '../packs/check';
import { describePackFault } from '../packs/fault';
import { convertFeed, type FeedHeader } from '../packs/from-claim-review';
import type { Pack } from '../engine/pack/schema';
import { readPackFile } from './pack-file';
import { signList, signPack, writeKey } from './pack-sign';
import { runCommand, say, SetupError } from './setup.mjs';

const USAGE = `npm run pack -- build [--claims lib/claims] [--out pack.json.gz]
npm run pack -- check FILE...
npm run pack -- diff BEFORE AFTER
npm run pack -- keygen --key key.json
npm run pack -- sign FILE --key key.json [--key older.json] [--out pack.signed.json]
npm run pack -- retract LIST --key key.json [--out pack.withdrawn.json]
npm run pack -- from-claimreview FEED --id kebab-case --title … --editor … --licence … [--revision 1] [--out pack.json.gz]`;

function build(folder: string, out: string): number {
  const { pack, report } = compilePack(folder);
  for (const fault of report.faults) console.error(`${folder}/${formatFault(fault)}`);
  if (pack === null) return 1;
  write(pack, out);
  return 0;
}

async function check(files: readonly string[]): Promise<number> {
  let status = 0;
  for (const file of files) {
    try {
      const { header } = await readPackFile(file);
      say(
        `${file}: ${header.id}, revision ${header.revision}, ${header.counts.claims} claims, ${header.languages.join(' ')}`,
      );
    } catch (error) {
      if (!(error instanceof SetupError)) throw error;
      console.error(error.message);
      status = 1;
    }
  }
  return status;
}

function describeChange(change: ClaimChange): string {
  const words = `${change.id}: ${change.proposition.en}`;
  return change.kind === 'status' ? `${change.before} → ${change.after}  ${words}` : `${change.kind}  ${words}`;
}

function readFeed(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch (error) {
    throw new SetupError(`${file} could not be read: ${error instanceof Error ? error.message : String(error)}`);
  }
}

function write(pack: Pack, out: string): void {
  const json = packToJson(pack);
  const checked = checkPack(json, new Date().toISOString().slice(0, 10));
  if (!checked.ok) throw new SetupError(`${out} would be refused: ${describePackFault(checked.fault)}`);
  // No time and no name in it: the same claims give the same bytes.
  writeFileSync(out, out.endsWith('.gz') ? gzipSync(json, { level: 9 }) : json);
  say(`${out}: ${pack.header.id}, revision ${pack.header.revision}, ${pack.header.counts.claims} claims`);
}

/** Pages are read by the grammars of this project's languages. */
function fromFeed(feed: string, header: FeedHeader, out: string): number {
  const { pack: own } = compilePack('lib/claims');
  if (own === null) throw new SetupError('lib/claims has faults: npm run claims names them');
  const { pack, left } = convertFeed(readFeed(feed), header, own.languages);
  for (const { entry, reason } of left) console.error(`Review ${entry} was left out: ${reason}`);
  if (pack === null) throw new SetupError(`${feed} holds no review that could be converted`);
  write(pack, out);
  return 0;
}

await runCommand(async () => {
  const { positionals, values } = parseArgs({
    allowPositionals: true,
    options: {
      claims: { type: 'string', default: 'lib/claims' },
      out: { type: 'string', default: 'pack.json.gz' },
      key: { type: 'string', multiple: true, default: [] },
      id: { type: 'string' },
      title: { type: 'string' },
      editor: { type: 'string' },
      licence: { type: 'string' },
      revision: { type: 'string', default: '1' },
    },
  });
  const [verb, ...files] = positionals;
  if (verb === 'build' && files.length === 0) return build(values.claims, values.out);
  if (verb === 'check' && files.length > 0) return check(files);
  const [before, after, ...more] = files;
  if (verb === 'diff' && before !== undefined && after !== undefined && more.length === 0) {
    for (const change of diffPacks(await readPackFile(before), await readPackFile(after))) say(describeChange(change));
    return 0;
  }
  const [keyFile] = values.key;
  if (verb === 'keygen' && files.length === 0 && keyFile !== undefined) {
    say(`${keyFile} is a secret. Its fingerprint, for readers to compare: ${await writeKey(keyFile)}`);
    return 0;
  }
  if ((verb === 'sign' || verb === 'retract') && before !== undefined && after === undefined) {
    const signed =
      verb === 'retract' ? await signList(before, values.key) : await signPack(await readPackFile(before), values.key);
    writeFileSync(values.out, values.out.endsWith('.gz') ? gzipSync(signed, { level: 9 }) : signed);
    say(`${values.out} is signed with ${values.key.length === 1 ? 'one key' : `${values.key.length} keys`}`);
    return 0;
  }
  const { id, title, editor, licence, revision, out } = values;
  if (verb === 'from-claimreview' && before !== undefined && after === undefined && id && title && editor && licence) {
    const date = new Date().toISOString().slice(0, 10);
    return fromFeed(before, { id, title, editor, licence, date, revision: Number(revision) }, out);
  }
  throw new SetupError(`Expected one of:\n${USAGE}`);
});
