/**
 * `npm run claims`: compiles the claims, reads their sentences and prints the report.
 * Exit status 1 where a file has a fault or a sentence reads otherwise than it should.
 */
import { resolve } from 'node:path';
import { readFixtures } from '../compile/fixture-readings';
import { compilePack } from '../compile/pack';
import { formatReport } from '../compile/report';

const folder = resolve(process.argv[2] ?? 'lib/claims');
const { pack, report } = compilePack(folder);
const readings = pack === null ? null : readFixtures(pack);
console.log(formatReport(report, readings));
if (readings === null || readings.misread.length > 0) process.exitCode = 1;
