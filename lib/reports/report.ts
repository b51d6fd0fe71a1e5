/**
 * A reader's report of a claim. Quote and position follow the W3C Web Annotation selectors
 * (https://www.w3.org/TR/annotation-model/#text-quote-selector), so that an export re-anchors on the page.
 */
import type { ClaimId } from '../engine/types';

export interface TextQuoteSelector {
  readonly type: 'TextQuoteSelector';
  readonly exact: string;
  readonly prefix: string;
  readonly suffix: string;
}

/** Offsets in the page's text as the capture read it: a hint, the quote decides. */
export interface TextPositionSelector {
  readonly type: 'TextPositionSelector';
  readonly start: number;
  readonly end: number;
}

/** What the clicked frame, or failing that the menu event, told about the page. Null = not known. */
export interface Capture {
  /** `exact` is empty where a whole page is reported. */
  readonly quote: TextQuoteSelector;
  readonly position: TextPositionSelector | null;
  /** Without query and fragment unless the person keeps them. */
  readonly url: string;
  readonly title: string | null;
  readonly author: string | null;
  /** An ISO day, as the page's metadata gives it. */
  readonly date: string | null;
  readonly lang: string | null;
  /** Where the quoted words lead, for a report on a link; without query and fragment. */
  readonly link: string | null;
  /** True where the browser let us read no more than the menu event holds. */
  readonly limited: boolean;
}

/** What the capture script is asked for, and what it gives: facts of a document, its address whole. */
export interface CaptureAsk {
  /** The address that a clicked link leads to. */
  readonly link: string | null;
}

export type Captured = Pick<Capture, 'quote' | 'position' | 'title' | 'author' | 'date' | 'lang'> & {
  readonly address: string;
};

/** What a report is about: a claim (new, or another sighting of a known one), or something that Dalel got wrong. */
export type ReportAbout = 'claim' | 'wrong-mark' | 'missing-statement';

export interface ReportDraft {
  readonly capture: Capture;
  readonly about: ReportAbout;
  /** The known claim that a card was about. */
  readonly claim: ClaimId | null;
  /** The address whole, for a person who wants it kept; kept nowhere but in the draft. */
  readonly fullUrl: string;
  /** From a private window: export only, nothing is stored. */
  readonly isPrivate: boolean;
}

export type EvidenceKind = 'statement' | 'document' | 'picture' | 'data' | 'witness' | 'none';

/** A review of this very claim that somebody published under their name. */
export interface PublishedReview {
  readonly reviewer: string;
  readonly url: string;
  /** In the reviewer's own words. */
  readonly verdict: string;
}

export interface ReportContent extends Capture {
  readonly about: ReportAbout;
  /** The known claim that this is another sighting of, or that it corrects; null for a new one. */
  readonly claim: ClaimId | null;
  readonly sentence: string;
  readonly parties: string;
  readonly figures: string;
  readonly evidence: readonly EvidenceKind[];
  readonly review: PublishedReview | null;
  readonly note: string;
  /** Where the reader made a claim of their own of it: the phrases that must stand in one sentence. */
  readonly marking: { readonly phrases: readonly string[] } | null;
}

export type ReportState = 'draft' | 'ready' | 'shared';

export interface Report extends ReportContent {
  readonly version: 1;
  /** Random, made when the draft is made, so that saving twice keeps one. */
  readonly id: string;
  readonly state: ReportState;
  /** ISO time. */
  readonly created: string;
  readonly changed: string;
}

/** What could not be taken from a file of reports. */
export interface LeftOut {
  /** Which entry of the file, from 1. */
  readonly entry: number;
  readonly reason: string;
}
