/**
 * The nouns that the engine takes and gives. Offsets are UTF-16 units in the block's text as the page has it:
 * tokens are folded one by one and keep their raw place, so no second offset space exists.
 */
import type { Gate } from './gate/gate';
import type { Frame, Language, Concept, Stance } from './pack/schema';
import type { Steps } from './steps';

declare const raw: unique symbol;
export type RawOffset = number & { readonly [raw]: true };

export type ClaimId = string;
export type { Stance } from './pack/schema';

/** `title` gives context and is read like any other block; in a page `<title>` itself is never a block. */
export interface Block {
  readonly text: string;
  readonly kind: 'title' | 'heading' | 'text';
  /** What the page says its language is; a hint that may be wrong. */
  readonly lang?: string;
}

export interface Evidence {
  readonly role: string;
  /** The page's own words. */
  readonly text: string;
  /** Where in the block, or null where the headline or an earlier sentence filled the role. */
  readonly start: RawOffset | null;
}

/** Where the passage's figure differs from the record's. */
export interface FigureDrift {
  readonly role: 'count' | 'value';
  /** As the page says it. */
  readonly page: string;
  /** "81 / 117" for 81 of 117; amounts as "USD 2260000", one after another with " / " between. */
  readonly record: string;
}

/** One mention of one claim: the shortest run of words inside one sentence that carries it. */
export interface Finding {
  readonly claim: ClaimId;
  readonly start: RawOffset;
  readonly end: RawOffset;
  readonly quote: string;
  readonly stance: Stance;
  /** 0 to 1; below `NORMAL_CONFIDENCE` it is not shown unless the reader asks for more. */
  readonly confidence: number;
  readonly evidence: readonly Evidence[];
  readonly figures: readonly FigureDrift[];
}

/** A concept named before, how many sentences ago, and in the page's own words. */
export interface Named {
  readonly concept: string;
  readonly age: number;
  readonly words: string;
}

/** What reading passes from block to block; compared with `sameContext`. Opaque outside the engine. */
export interface Context {
  /** Parties in force, the most recent last. */
  readonly parties: readonly Named[];
  readonly objects: readonly Named[];
  /** Concepts of the title or first heading; they do not age. */
  readonly title: readonly Named[];
  /** Claims found in the sentences before and how many sentences ago: what a pronoun after them may be about. */
  readonly claims: readonly (readonly [claim: ClaimId, age: number])[];
  /** What readers that were joined pass on, each for itself. */
  readonly others?: readonly Context[];
}

export interface Reading {
  readonly findings: readonly Finding[];
  readonly context: Context;
}

export interface Money {
  /** ISO 4217, in lower case. */
  readonly currency: string;
  readonly value: number;
}

/** What the engine needs of a pack: plain data, as it is sent to a page. */
export interface ReadingData {
  readonly languages: readonly Language[];
  readonly concepts: readonly Concept[];
  readonly claims: readonly {
    readonly id: ClaimId;
    readonly frames: readonly Frame[];
    /** How many the record counts, where it counts. */
    readonly quantity?: { readonly count: number; readonly of?: number | undefined } | undefined;
    /** The sums of money that the record gives. */
    readonly amounts?: readonly Money[] | undefined;
  }[];
}

/** What reading has cost so far, in counts that are the same on every machine. */
export interface Work {
  readonly blocks: number;
  readonly tokens: number;
  readonly frames: number;
}

export interface Reader {
  /** A native search for all that a claim could be about; null where that is too much to be searched for. */
  readonly gate: Gate | null;
  /** Whether this text, whose words stand as on the page, may name anything of the kind. */
  mayName(text: string): boolean;
  /**
   * True where neither the block nor what came before names anything that a claim could be about, so that nothing can
   * be found in it.
   */
  isSilent(block: Block, context: Context): boolean;
  readonly work: Work;
  /** Reads one block; `context` is what the block before returned, `EMPTY_CONTEXT` at first. */
  read(block: Block, context: Context): Reading;
  /** The same in steps, none of which takes long: a long block, or code that runs for the first time, is cut. */
  readSteps(block: Block, context: Context): Steps<Reading>;
}
