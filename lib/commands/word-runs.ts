/**
 * Runs of seven words, hashed: what the project's own words must not share with the articles that it grew from.
 * The hashes alone are kept, so that the check runs where the articles are not, and none of their words is copied.
 * Written by `npm run claims:runs`, compared by tests/claims/own-words.test.ts.
 */
import { createHash } from 'node:crypto';
import { fold } from '../engine/text/fold';

const RUN_WORDS = 7;
/** 48 bits: among a million runs of ours and the few thousand of the articles, a chance hit is one in a hundred thousand. */
const HASH_CHARACTERS = 8;

/** `Su-30SM`, `2.26` and `Kazakhstan's` are one word each. */
const WORD = /[\p{L}\p{M}\p{N}]+(?:[-‐‑.,'’][\p{L}\p{M}\p{N}]+)*/gu;

const foldWord = (word: string): string => fold(word).replaceAll(/[‐‑]/gu, '-').replaceAll('’', "'");

/** Every run of seven folded words of a text; none where it is shorter. */
export function findRuns(text: string): readonly string[] {
  const words = text.match(WORD)?.map(foldWord) ?? [];
  return words.slice(RUN_WORDS - 1).map((_, start) => words.slice(start, start + RUN_WORDS).join(' '));
}

export function hashRun(run: string): string {
  return createHash('sha256').update(run).digest('base64url').slice(0, HASH_CHARACTERS);
}

/** One hash a line, sorted, each once: the same texts give the same bytes in whatever order they come. */
export function formatHashes(texts: readonly string[]): string {
  const hashes = new Set(texts.flatMap(findRuns).map(hashRun));
  return `${[...hashes].toSorted().join('\n')}\n`;
}
