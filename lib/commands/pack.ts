/**
 * `npm run pack -- build|check|diff`: packs as files, by the same rules as the page of packs.
 * `build [--claims folder] [--out pack.json.gz]` compiles a folder of claims; `check FILE...` says whether each would be
 * taken; `diff BEFORE AFTER` says what a reader would see change. Exit status 1 where a pack is refused.
 */
import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { gzipSync } from 'node:zlib';
import { formatFault } from '../compile/fault';
import { compilePack, packToJson } from '../compile/pack';
import { diffPacks, type ClaimChange } from '../packs/diff';
import { checkPack } from '../packs/check';
import { describePackFault } from '../packs/fault';
import { readPackFile } from './pack-file';
import { runCommand, say, SetupError } from './setup.mjs';

const USAGE = `npm run pack -- build [--claims lib/claims] [--out pack.json.gz]
npm run pack -- check FILE...
npm run pack -- diff BEFORE AFTER`;

function build(folder: string, out: string): number {
  const { pack, report } = compilePack(folder);
  for (const fault of report.faults) console.error(`${folder}/${formatFault(fault)}`);
  if (pack === null) return 1;
  const json = packToJson(pack);
  const checked = checkPack(json, new Date().toISOString().slice(0, 10));
  if (!checked.ok) throw new SetupError(`The pack of ${folder} would be refused: ${describePackFault(checked.fault)}`);
  // No time and no name in it: the same claims give the same bytes.
  writeFileSync(out, out.endsWith('.gz') ? gzipSync(json, { level: 9 }) : json);
  say(`${out}: ${pack.header.id}, revision ${pack.header.revision}, ${pack.header.counts.claims} claims`);
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

await runCommand(async () => {
  const { positionals, values } = parseArgs({
    allowPositionals: true,
    options: {
      claims: { type: 'string', default: 'lib/claims' },
      out: { type: 'string', default: 'pack.json.gz' },
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
  throw new SetupError(`Expected one of:\n${USAGE}`);
});
