/** The scanner's command line: what it takes, and what is wrong with what it was given. */
import { NORMAL_CONFIDENCE } from '../engine/read';

export interface ScanOptions {
  readonly format: 'ndjson' | 'text';
  readonly html: boolean;
  readonly lang: string | null;
  readonly minConfidence: number;
  /** Documents come one JSON object a line, and results leave so. */
  readonly ndjson: boolean;
  /** A pack's file to scan with in place of the project's claims. */
  readonly pack: string | null;
  readonly files: readonly string[];
}

export const USAGE =
  'usage: npm run -s scan -- [--format ndjson|text] [--html | --ndjson] [--lang xx] [--min-confidence 0..1] [--pack pack.json] FILE...   (- = standard input)';

/** The options, or a sentence that says what was expected. */
export function parseOptions(args: readonly string[]): ScanOptions | string {
  let format: ScanOptions['format'] = 'ndjson';
  let html = false;
  let ndjson = false;
  let pack: string | null = null;
  let lang: string | null = null;
  let minConfidence = NORMAL_CONFIDENCE;
  const files: string[] = [];
  for (let i = 0; i < args.length; i++) {
    const arg = args[i] ?? '';
    if (!arg.startsWith('--')) {
      files.push(arg);
      continue;
    }
    if (arg === '--html') {
      html = true;
      continue;
    }
    if (arg === '--ndjson') {
      ndjson = true;
      continue;
    }
    const value = args[++i];
    if (value === undefined) return `${arg} needs a value.`;
    if (arg === '--pack') pack = value;
    else if (arg === '--format') {
      if (value !== 'ndjson' && value !== 'text') return `--format takes ndjson or text, not "${value}".`;
      format = value;
    } else if (arg === '--lang') {
      if (!/^[a-z]{2,3}$/.test(value)) return `--lang takes a language code such as "en", not "${value}".`;
      lang = value;
    } else if (arg === '--min-confidence') {
      minConfidence = Number(value);
      if (!(minConfidence >= 0 && minConfidence <= 1))
        return `--min-confidence takes a number from 0 to 1, not "${value}".`;
    } else {
      return `Unknown option ${arg}.`;
    }
  }
  if (html && ndjson) return '--ndjson says of each document whether it is HTML: leave --html out.';
  return files.length > 0 ? { format, html, lang, minConfidence, ndjson, pack, files } : 'No file was named.';
}
