/**
 * A baseline as a scanner: files of plain text, a block a line, to one JSON object a line and finding, the whole
 * sentence as its quote. So the same scorer can judge it and `npm run scan`.
 */
import { readFileSync } from 'node:fs';
import type { Language } from '../../engine/pack/schema';
import { sentences } from '../../engine/text/sentences';
import type { Detector } from './measure';

export function scanWith(detect: Detector, files: readonly string[], language: Language): void {
  for (const file of files) {
    const before: string[] = [];
    let at = 0;
    for (const block of readFileSync(file, 'utf8').split('\n')) {
      for (const { start, end } of sentences(block, language)) {
        const quote = block.slice(start, end).trimEnd();
        // A baseline looks at the words alone: the row's label is not known and not asked for.
        const found = detect({ lang: 'unknown', claim: '', stance: 'asserts', text: quote, before: [...before] });
        const place = { start: at + start, end: at + start + quote.length, quote };
        for (const { claim, stance } of found) console.log(JSON.stringify({ file, claim, stance, ...place }));
      }
      if (block !== '') before.push(block);
      at += block.length + 1;
    }
  }
}
