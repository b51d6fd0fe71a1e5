/**
 * A reader's report of a claim. Quote and position follow the W3C Web Annotation selectors
 * (https://www.w3.org/TR/annotation-model/#text-quote-selector), so that an export re-anchors on the page.
 */
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
  readonly quote: TextQuoteSelector;
  readonly position: TextPositionSelector | null;
  /** Without query and fragment unless the person keeps them. */
  readonly url: string;
  readonly title: string | null;
  readonly lang: string | null;
  /** True where the browser let us read no more than the menu event holds. */
  readonly limited: boolean;
}

export interface ReportDraft {
  readonly capture: Capture;
  /** From a private window: export only, nothing is stored. */
  readonly isPrivate: boolean;
}

export interface Report extends Capture {
  readonly version: 1;
  /** Random, made when the draft is made, so that saving twice keeps one. */
  readonly id: string;
  readonly state: 'draft' | 'ready' | 'shared';
  /** ISO time. */
  readonly created: string;
  readonly changed: string;
  readonly note: string;
}
