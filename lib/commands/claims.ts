/** `npm run claims`: compiles the claims and prints the report; exit status 1 where a file has a fault. */
import { resolve } from 'node:path';
import { compilePack } from '../compile/pack';
import { formatReport } from '../compile/report';

const folder = resolve(process.argv[2] ?? 'lib/claims');
const { pack, report } = compilePack(folder);
console.log(formatReport(report));
if (pack === null) process.exitCode = 1;
