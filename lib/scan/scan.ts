/**
 * The scanner: files to findings, through the same engine and block rules as the page. One file that cannot be
 * read does not keep the others from being scanned.
 */
import { readFileSync } from 'node:fs';
import type { Pack } from '../engine/pack/schema';
import { EMPTY_CONTEXT, openReader } from '../engine/read';
import { readingData } from '../engine/pack/reading';
import type { Block, Finding, Reader } from '../engine/types';
import { statusesOf, type Status } from '../engine/pack/status';
import { htmlPage } from './html';
import type { ScanOptions } from './options';
import { plainBlocks } from './plain';

export interface Row {
  readonly file: string;
  readonly claim: string;
  readonly start: number;
  readonly end: number;
  readonly quote: string;
  readonly stance: Finding['stance'];
  readonly status: Status;
  readonly confidence: number;
  readonly evidence: readonly { readonly role: string; readonly text: string }[];
  readonly figures: Finding['figures'];
  /** HTML only: the ordinal of the block, in whose text the offsets count. */
  readonly block?: number;
}

export interface Scanner {
  scan(file: string, source: string, options: Pick<ScanOptions, 'html' | 'lang' | 'minConfidence'>): Row[];
}

export function openScanner(pack: Pack): Scanner {
  const reader = openReader(readingData(pack));
  const statuses = statusesOf(pack);
  const toRow = (file: string, finding: Finding, offset: number, block: number | null): Row => ({
    file,
    claim: finding.claim,
    start: finding.start + offset,
    end: finding.end + offset,
    quote: finding.quote,
    stance: finding.stance,
    status: statuses.get(finding.claim) ?? 'reported',
    confidence: finding.confidence,
    evidence: finding.evidence.map(({ role, text }) => ({ role, text })),
    figures: finding.figures,
    ...(block === null ? {} : { block }),
  });
  return {
    scan(file, source, { html, lang, minConfidence }) {
      const rows = html ? scanHtml(source, lang, reader) : scanPlain(source, lang, reader);
      return rows
        .filter((r) => r.finding.confidence >= minConfidence)
        .map((r) => toRow(file, r.finding, r.offset, r.block));
    },
  };
}

interface Placed {
  readonly finding: Finding;
  readonly offset: number;
  readonly block: number | null;
}

function scanPlain(source: string, lang: string | null, reader: Reader): Placed[] {
  const placed: Placed[] = [];
  let context = EMPTY_CONTEXT;
  for (const block of plainBlocks(source, lang)) {
    const reading = reader.read(block, context);
    for (const finding of reading.findings) placed.push({ finding, offset: block.offset, block: null });
    context = reading.context;
  }
  return placed;
}

function scanHtml(source: string, lang: string | null, reader: Reader): Placed[] {
  const page = htmlPage(source, lang);
  const placed: Placed[] = [];
  let context = EMPTY_CONTEXT;
  if (page.title !== null) {
    const title: Block = { text: page.title, kind: 'title', ...(lang === null ? {} : { lang }) };
    context = reader.read(title, context).context;
  }
  page.blocks.forEach((block, i) => {
    const reading = reader.read(block, context);
    for (const finding of reading.findings) placed.push({ finding, offset: 0, block: i });
    context = reading.context;
  });
  return placed;
}

/** Standard input for `-`. Throws what the file system says where a file cannot be read. */
export function readSource(file: string): string {
  return readFileSync(file === '-' ? 0 : file, 'utf8');
}
