/**
 * Every call between Dalel's parts, one row a call. `from` says who may send it:
 * `page` = sentinel or annotator (never trusted: shape and size are checked, nothing kept is changed),
 * `extension` = popup, options, database, report, welcome; `background` = to a tab's annotators.
 */
import type { Claim, PackHeader, SourceKind, Stance, StatementKind, SpeakerClass, Rung } from '../engine/pack/schema';
import type { Status } from '../engine/pack/status';
import type { PackFault } from '../packs/fault';
import type { UpdateFault } from '../packs/update-fault';
import type { ClaimId } from '../engine/types';
import type { Settings } from '../settings/settings';
import type { LeftOut, Report, ReportAbout, ReportDraft } from '../reports/report';
import type { HandOver } from './hand-over';
import type { Offered, PackRow, UpdateOutcome } from './pack-rows';
import type { Cap, PageState } from './page-state';

export type { Status } from '../engine/pack/status';
export type { Cap, PageState } from './page-state';

export interface CardDocument {
  readonly source: string;
  readonly kind: SourceKind;
  readonly title: string | null;
  readonly url: string | null;
  readonly lang: string | null;
}

export interface CardStatement {
  readonly id: string;
  readonly kind: StatementKind;
  readonly speaker: string;
  readonly speakerClass: SpeakerClass;
  readonly office: string | null;
  readonly date: string | null;
  readonly scope: string | null;
  readonly summary: string;
  readonly documents: readonly CardDocument[];
}

/** How it stands with the reader's own data. */
export interface StoreState {
  /** In the reader's language: why the database cannot be used or is only read, and what to do. */
  readonly fault: string | null;
  /** Making it anew may help. */
  readonly isRenewable: boolean;
  /** Reports that came back from their copies since the reader last said that they know. */
  readonly restored: number;
  /** Saved reports without a second copy. */
  readonly uncopied: number;
}

/** One claim as the card shows it, in the interface language, live statements only. */
export interface ClaimCard {
  readonly id: ClaimId;
  /** The title of the loaded pack that it comes from; none for the bundled one. */
  readonly pack?: string;
  readonly topic: Claim['topic'];
  readonly proposition: string;
  readonly status: Status;
  readonly rung: Rung | null;
  readonly counts: Readonly<Record<StatementKind, number>>;
  readonly statements: readonly CardStatement[];
  /** The chain from the origin on, where the record has one. */
  readonly origin: readonly string[];
  /** Where the editor of its pack withdrew it: the day and the reason. */
  readonly withdrawn?: { readonly date: string; readonly why: string };
}

/** One claim in the database page's list: what is shown and filtered there, standing statements only. */
export interface ClaimRow {
  readonly id: ClaimId;
  readonly topic: Claim['topic'];
  readonly status: Status;
  readonly proposition: string;
  /** The language that the proposition came in. */
  readonly lang: string;
  /** The latest date of its statements. */
  readonly date: string | null;
  readonly statements: number;
  readonly speakers: readonly string[];
  readonly sources: readonly string[];
  readonly years: readonly string[];
}

/** What a claim is found by, in every language of its record. */
export interface ClaimText {
  readonly proposition: string;
  readonly summaries: string;
  readonly speakers: string;
  readonly sources: string;
}

export interface SpeakerRow {
  readonly id: string;
  readonly name: string;
  readonly speakerClass: SpeakerClass;
  readonly office: string | null;
  readonly statements: number;
}

/** One statement with the claim that it is about, as the pages of speakers and sources list it. */
export interface SaidRow {
  readonly claim: ClaimId;
  readonly proposition: string;
  readonly status: Status;
  readonly statement: CardStatement;
  /** A denial of a claim that a statement of a later date confirms. */
  readonly isConfirmedLater: boolean;
}

/** Denials of one speaker, and the fewest days on which all of them can have been made. */
export interface DenialCount {
  readonly denials: number;
  readonly days: number;
}

export interface SpeakerRecord extends Omit<SpeakerRow, 'statements'> {
  readonly said: readonly SaidRow[];
  /** Null under five days with a denial: so few say nothing of a speaker. */
  readonly denials: { readonly all: DenialCount; readonly confirmedLater: DenialCount } | null;
}

export interface SourceRecord {
  readonly source: SourceRow;
  readonly lang: string | null;
  readonly said: readonly SaidRow[];
}

/** A document of a record, with the id of its source. */
export interface RecordDocument extends CardDocument {
  readonly sourceId: string;
  readonly date: string | null;
}

/** What the database page shows of one claim, in the interface language. */
export interface ClaimRecord {
  /** Null where no statement is live. */
  readonly card: ClaimCard | null;
  readonly record: Claim;
  /** Statements that the status does not count: their sources are off, or a later one took their place. */
  readonly uncounted: readonly CardStatement[];
  /** Every document that the record names, by id. */
  readonly documents: Readonly<Record<string, RecordDocument>>;
}

export interface SourceRow {
  readonly id: string;
  readonly name: string;
  readonly kind: SourceKind;
  readonly country: string | null;
  /** How many statements rest on it. */
  readonly statements: number;
  readonly on: boolean;
}

export interface PageClaim {
  readonly id: ClaimId;
  readonly proposition: string;
  readonly status: Status;
  readonly mentions: number;
  readonly muted: boolean;
}

/** Which of our pages a card opens: a record, or a report on the words under it. */
export type OpenRequest =
  | { readonly page: 'database'; readonly claim: ClaimId | null }
  | {
      readonly page: 'report';
      readonly claim: ClaimId;
      readonly about: Exclude<ReportAbout, 'claim'>;
      readonly quote: { readonly exact: string; readonly prefix: string; readonly suffix: string };
    };

/** What a report would mark, quotes as the page has them. */
export interface MarkingPreview {
  /** One list a text that was sent. */
  readonly texts: readonly (readonly string[])[];
  /** Null where the page that the report came from is not open. */
  readonly page: readonly string[] | null;
}

/** A known claim that a report may be another sighting of. */
export interface NearClaim {
  readonly id: ClaimId;
  readonly proposition: string;
  readonly status: Status;
  /** The engine reads the claim in the reported words; else they only share words with it. */
  readonly isFound: boolean;
}

/** Whose word stands in a recap. */
export interface RecapVoice {
  readonly kind: StatementKind;
  readonly speaker: string;
  readonly date: string | null;
}

/** One claim of a page in two lines: what is claimed, and who says what of it. */
export interface RecapEntry {
  readonly id: ClaimId;
  readonly proposition: string;
  readonly status: Status;
  /** The one word that each side is best known by; none where nobody takes a side. */
  readonly voices: readonly RecapVoice[];
}

/** One marked passage of a page, with its claim as it is on record. */
export interface PageFinding {
  readonly claim: ClaimId;
  readonly proposition: string;
  readonly status: Status;
  readonly stance: Stance;
  readonly confidence: number;
  readonly quote: { readonly exact: string; readonly prefix: string; readonly suffix: string };
}

/** What is marked on the page of a tab, its frames after one another. */
export interface PageFindings {
  /** Without query and fragment. */
  readonly url: string;
  readonly title: string | null;
  readonly lang: string | null;
  readonly findings: readonly PageFinding[];
}

/** What the popup shows of one tab. */
export interface TabState {
  /** Null on pages that Dalel cannot read (the browser's own, a store's). */
  readonly host: string | null;
  readonly on: boolean;
  /** Off for a while; null where it is not, or no longer. */
  readonly pausedUntil: Settings['pausedUntil'];
  readonly siteOn: boolean;
  /** The browser keeps Dalel off this site until a person lets it in. */
  readonly isWithheld: boolean;
  /** `unread` where Dalel is not on there. */
  readonly page: PageState;
  readonly claims: readonly PageClaim[];
  /** The same claims without the muted ones, in the order of reading. */
  readonly recap: readonly RecapEntry[];
  /** Sources of this page's claims first. */
  readonly pageSources: readonly SourceRow[];
  readonly otherSources: readonly SourceRow[];
  readonly kindsOff: readonly SourceKind[];
  readonly pack: PackHeader;
  /** Said when a cap of work a page was met. */
  readonly capped: readonly Cap[];
}

export interface Protocol {
  /** Sentinel: this frame may hold something. The background decides and injects the annotator. */
  knock: { from: 'page'; request: Record<string, never>; reply: { readonly injected: boolean } };
  /** Annotator: cards of the claims found here. A claim that is muted or has no live statement is left out. */
  'claims/for-page': {
    from: 'page';
    request: { readonly ids: readonly ClaimId[] };
    reply: { readonly cards: readonly ClaimCard[] };
  };
  /** Annotator: what this frame holds now, for badge and popup. Kept in storage.session only. */
  'page/found': {
    from: 'page';
    request: { readonly counts: readonly (readonly [ClaimId, number])[]; readonly capped: readonly Cap[] };
    reply: null;
  };
  /** Card: open one of our pages in a tab. At most one a second and tab. */
  open: { from: 'page'; request: OpenRequest; reply: null };

  'tab/state': { from: 'extension'; request: { readonly tabId: number }; reply: TabState };
  /** What is marked in the tab now, asked of its frames. */
  'tab/findings': { from: 'extension'; request: { readonly tabId: number }; reply: PageFindings };
  /** Scrolls to the nth mention of a claim in the tab and opens its card. */
  'tab/show': {
    from: 'extension';
    request: { readonly tabId: number; readonly claim: ClaimId; readonly nth: number };
    reply: { readonly shown: boolean };
  };
  'site/set': { from: 'extension'; request: { readonly host: string; readonly on: boolean }; reply: null };
  'source/set': { from: 'extension'; request: { readonly source: string; readonly on: boolean }; reply: null };
  'source-kind/set': { from: 'extension'; request: { readonly kind: SourceKind; readonly on: boolean }; reply: null };
  'claim/mute': { from: 'extension'; request: { readonly id: ClaimId; readonly muted: boolean }; reply: null };
  'settings/get': { from: 'extension'; request: Record<string, never>; reply: Settings };
  'settings/set': { from: 'extension'; request: { readonly settings: Partial<Settings> }; reply: Settings };
  'sources/list': {
    from: 'extension';
    request: Record<string, never>;
    reply: { readonly sources: readonly SourceRow[]; readonly kindsOff: readonly SourceKind[] };
  };
  /** A part of the database page's list, the latest first, and how many there are in all. */
  'rows/list': {
    from: 'extension';
    request: { readonly from: number; readonly count: number };
    reply: { readonly rows: readonly ClaimRow[]; readonly total: number };
  };
  /** What the same rows are found by, in their order. */
  'rows/texts': {
    from: 'extension';
    request: { readonly from: number; readonly count: number };
    reply: { readonly texts: readonly ClaimText[] };
  };
  'speakers/list': {
    from: 'extension';
    request: Record<string, never>;
    reply: { readonly speakers: readonly SpeakerRow[] };
  };
  'speakers/get': { from: 'extension'; request: { readonly id: string }; reply: SpeakerRecord | null };
  'sources/get': { from: 'extension'; request: { readonly id: string }; reply: SourceRecord | null };
  /** The whole record, or null where no such claim is known. */
  'claims/get': { from: 'extension'; request: { readonly id: ClaimId }; reply: ClaimRecord | null };
  /** The welcome page's live sample: what an annotator is handed in a page. */
  'sample/hand-over': { from: 'extension'; request: Record<string, never>; reply: HandOver };
  'sample/cards': {
    from: 'extension';
    request: { readonly ids: readonly ClaimId[] };
    reply: { readonly cards: readonly ClaimCard[] };
  };
  /** The bundled pack first, then the loaded ones in the reader's order. */
  'packs/list': { from: 'extension'; request: Record<string, never>; reply: readonly PackRow[] };
  /** Checks a pack's text and keeps it; a refusal changes nothing. */
  'packs/load': {
    from: 'extension';
    request: { readonly text: string; readonly from: string };
    reply: { readonly ok: true; readonly id: string } | { readonly ok: false; readonly fault: PackFault };
  };
  'packs/set': { from: 'extension'; request: { readonly id: string; readonly on: boolean }; reply: null };
  'packs/move': { from: 'extension'; request: { readonly id: string; readonly by: -1 | 1 }; reply: null };
  /** Back to the revision before the last update. */
  'packs/undo': { from: 'extension'; request: { readonly id: string }; reply: null };
  /** With its subscription. */
  'packs/remove': { from: 'extension'; request: { readonly id: string }; reply: null };
  /** Asks an address once; what it offers is kept until the reader takes it or leaves it. */
  'subscriptions/add': {
    from: 'extension';
    request: { readonly address: string };
    reply: { readonly ok: true; readonly offer: Offered } | { readonly ok: false; readonly fault: UpdateFault };
  };
  /** Yes, or no, to what is offered: the first revision, or one that lost more than half of its claims. */
  'subscriptions/take': { from: 'extension'; request: { readonly id: string }; reply: UpdateOutcome };
  'subscriptions/leave': { from: 'extension'; request: { readonly id: string }; reply: null };
  /** Asks again now, at most once a minute. */
  'subscriptions/update': { from: 'extension'; request: { readonly id: string }; reply: UpdateOutcome };
  'reports/draft': { from: 'extension'; request: { readonly key: string }; reply: ReportDraft | null };
  'reports/save': { from: 'extension'; request: { readonly report: Report }; reply: Report };
  'reports/list': { from: 'extension'; request: Record<string, never>; reply: readonly Report[] };
  /** Opens the report page with what the tab's page tells of itself and what is selected there. */
  'reports/start': { from: 'extension'; request: { readonly tabId: number }; reply: null };
  /** What a report with phrases would mark, before it is kept. */
  'reports/preview': {
    from: 'extension';
    request: { readonly report: Report; readonly texts: readonly string[] };
    reply: MarkingPreview;
  };
  /** Known claims that the words may tell, the nearest first, at most five. */
  'reports/nearest': {
    from: 'extension';
    request: { readonly text: string; readonly lang: string | null };
    reply: readonly NearClaim[];
  };
  'reports/delete': { from: 'extension'; request: { readonly id: string }; reply: null };
  /** Adds the reports of a file, all at once; of two with one id the one that was changed last stays. */
  'reports/import': {
    from: 'extension';
    request: { readonly reports: readonly unknown[] };
    reply: { readonly taken: number; readonly left: readonly LeftOut[] };
  };
  'store/state': { from: 'extension'; request: Record<string, never>; reply: StoreState };
  /** The reader knows of the reports that came back. */
  'store/noticed': { from: 'extension'; request: Record<string, never>; reply: null };
  /** Removes a database that cannot be used and makes it anew; reports come back from their copies. */
  'store/renew': { from: 'extension'; request: Record<string, never>; reply: null };
}

/** Background → annotators of a tab. */
export interface PageProtocol {
  /** Sources, mutes or settings changed: ask for the cards again and repaint. */
  'page/refresh': { request: { readonly on: boolean; readonly reading: PageSettings }; reply: null };
  /** A keyboard command. */
  'page/step': { request: { readonly by: 1 | -1 }; reply: null };
  /** What is marked in the frame now, in document order. */
  'page/findings': {
    request: Record<string, never>;
    reply: { readonly lang: string | null; readonly findings: readonly PageFinding[] };
  };
  'page/show': { request: { readonly claim: ClaimId; readonly nth: number }; reply: { readonly shown: boolean } };
}

/** The settings that a page needs. */
export interface PageSettings {
  readonly openBy: Settings['openBy'];
  readonly restMs: number;
  readonly loudness: Settings['loudness'];
  readonly minConfidence: number;
  readonly screenReader: boolean;
  readonly language: 'en' | 'ru' | 'kk';
}
