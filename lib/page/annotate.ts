/**
 * The annotator: reads the page, asks once for the cards of what it found, marks, tells the counts, and does so again
 * for what changes. Talks to the background through `ask` alone and draws through `draw` alone, so that the welcome
 * page's sample runs it too. Ends with the lifetime, and then nothing of it is left in the page.
 */
import type { ClaimId, Reader } from '../engine/types';
import type { HandOver } from '../messages/hand-over';
import type { Cap, ClaimCard, PageFinding, PageSettings } from '../messages/protocol';
import type { Say } from '../words/say';
import { makeCardControl } from './card-control';
import type { CardReport, Draw } from './card-view';
import { observeChanges } from './changes';
import { isReadable } from './frame-worth';
import { openHit } from './hit';
import type { Lifetime } from './lifetime';
import { openMarks } from './marks';
import { isShown, listMentions, quoteOf } from './mention';
import type { Mention } from './mention';
import { listenToPointer } from './pointer';
import { openPageReader } from './read-page';
import type { Pass } from './read-page';
import { sweep } from './remains';

export interface Ask {
  cards(ids: readonly ClaimId[]): Promise<readonly ClaimCard[]>;
  found(counts: readonly (readonly [ClaimId, number])[], capped: readonly Cap[]): Promise<unknown>;
  open(claim: ClaimId): Promise<unknown>;
  report(report: CardReport): Promise<unknown>;
  /** Be injected anew, with the settings and words that hold now; false where Dalel is not on here any more. */
  again(): Promise<boolean>;
}

export interface AnnotatorParts {
  readonly doc: Document;
  readonly handOver: HandOver;
  readonly reader: Reader;
  readonly say: Say;
  readonly lifetime: Lifetime;
  readonly ask: Ask;
  readonly css: string;
  readonly draw: Draw;
  /** The first pass is over, and told, whether or not it came to its end. */
  readonly onRead: () => void;
}

export interface Annotator {
  /** Sources, mutes or settings changed. */
  refresh(isOn: boolean, settings: PageSettings): Promise<void>;
  step(by: 1 | -1): Promise<void>;
  /** What is marked now and can be seen, in document order. */
  list(): Promise<readonly PageFinding[]>;
  /** False where the page no longer holds that mention. */
  show(claim: ClaimId, nth: number): Promise<boolean>;
}

/** Null where the document is of a kind that is not read. */
export function annotate({
  doc,
  handOver,
  reader,
  say,
  lifetime,
  ask,
  css,
  draw,
  onRead,
}: AnnotatorParts): Annotator | null {
  if (!isReadable(doc)) return null;
  const { signal } = lifetime;
  sweep(doc, handOver.highlight);
  const marks = openMarks({ doc, stem: handOver.highlight, lifetime, onGivenUp: giveUp });
  let settings = handOver.settings;
  let cards = new Map<ClaimId, ClaimCard>();
  let asked = new Set<ClaimId>();
  let mentions: readonly Mention[] = [];
  let pass: Pass | null = null;
  let isListCapped = false;
  let isFought = false;
  let isFailed = false;
  let told = '';
  let queue: Promise<void> = Promise.resolve();

  const card = makeCardControl({
    doc,
    stem: handOver.highlight,
    lifetime,
    say,
    css,
    draw,
    onRecord: (claim) => void ask.open(claim).catch(report),
    onReport: (given) => void ask.report(given).catch(report),
    onGivenUp: giveUp,
  });
  const hit = openHit(doc, marks);
  const relisten = listenToPointer({ doc, lifetime, hit, card, mentions: () => mentions, settings: () => settings });
  const changes = observeChanges({
    doc,
    signal,
    isOurs: card.isOurs,
    onChange: () => void later(readOrTell),
    onNewRoot: () => {
      relisten();
      listenToReturn();
    },
  });

  const readPage = openPageReader(doc, reader, signal, changes);

  /** One thing after another; a fault ends that thing and is told, the next one runs. */
  function later(run: () => Promise<void>): Promise<void> {
    queue = queue.then(() => (lifetime.isOn() ? run() : undefined)).catch(report);
    return queue;
  }

  function report(reason: unknown): void {
    // Where the extension went away, this instance is simply over.
    if (lifetime.isOn()) console.error('Dalel: this page could not be read on', reason);
  }

  /** What cannot be shown here any more stands in the popup, which says so. */
  function giveUp(): void {
    isFought = true;
    void later(tell);
  }

  /** A page that could not be read is not one without a claim: the popup says so. */
  async function readOrTell(): Promise<void> {
    try {
      await read();
    } catch (reason) {
      isFailed = true;
      await tell().catch(report);
      throw reason;
    }
  }

  async function read(): Promise<void> {
    // What a first pass finds is shown as it goes on; a later one replaces what is shown when it is done.
    const next = await readPage(pass === null ? show : undefined);
    if (next === null) return;
    changes.settle(next.workMs, next.dueMs);
    await show(next);
    card.announcePage();
    isFailed = false;
    await tell();
    // The first plural takes its time, see makeSay: between the mark and the card, where nobody waits for it.
    if (mentions.length > 0) say('card.found.mentions', { n: mentions.length });
  }

  async function show(found: Pass): Promise<void> {
    pass = found;
    const ids = new Set(found.read.flatMap(({ findings }) => findings.map((finding) => finding.claim)));
    if ([...ids].some((id) => !asked.has(id))) await fetchCards(ids);
    paint();
  }

  async function fetchCards(ids: ReadonlySet<ClaimId>): Promise<void> {
    const list = ids.size === 0 ? [] : await ask.cards([...ids]);
    cards = new Map(list.map((one) => [one.id, one]));
    asked = new Set(ids);
  }

  function paint(): void {
    if (pass === null || signal.aborted) return;
    const listed = listMentions(pass.read, cards, settings.minConfidence);
    mentions = listed.mentions;
    isListCapped = listed.isCapped;
    marks.paint(mentions, settings.loudness);
    card.renew(mentions, settings);
  }

  /** Every claim found, muted ones too, so that the popup can offer to unmute; the background counts the others. */
  async function tell(): Promise<void> {
    if (signal.aborted) return;
    const { read, cap } = pass ?? { read: [], cap: null };
    const capped: Cap[] = cap === null ? [] : [cap];
    if (isListCapped) capped.push('marks');
    if (isFought) capped.push('fought');
    if (isFailed) capped.push('failed');
    const counts = new Map<ClaimId, number>();
    const isSeen = new Map(mentions.map((mention) => [mention.finding, isShown(mention)]));
    for (const { findings } of read) {
      for (const finding of findings) {
        if (finding.confidence < settings.minConfidence || isSeen.get(finding) === false) continue;
        counts.set(finding.claim, (counts.get(finding.claim) ?? 0) + 1);
      }
    }
    const now = JSON.stringify([[...counts], capped]);
    if (now === told || (told === '' && counts.size === 0 && capped.length === 0)) return;
    await ask.found([...counts], capped);
    told = now;
  }

  // From the back-forward cache the page comes as it was: the background forgot it, and what was changed since did not
  // reach it.
  const onReturn = (event: PageTransitionEvent): void => {
    if (!event.persisted) return;
    void later(async () => {
      if (!(await ask.again())) lifetime.end();
    });
  };
  function listenToReturn(): void {
    doc.defaultView?.addEventListener('pageshow', onReturn, { signal });
  }

  listenToReturn();
  void later(readOrTell).then(onRead);

  return {
    refresh(isOn, next) {
      if (!isOn) {
        lifetime.end();
        return Promise.resolve();
      }
      return later(async () => {
        if (next.language !== settings.language) {
          await ask.again();
          return;
        }
        settings = next;
        await fetchCards(asked);
        paint();
        card.announcePage();
        await tell();
      });
    },
    step: (by) => later(async () => card.step(by)),
    async list() {
      let findings: readonly PageFinding[] = [];
      await later(async () => {
        findings = mentions.filter(isShown).map((mention) => {
          const { finding, card: about } = mention;
          const { proposition, status } = about;
          const { claim, stance, confidence } = finding;
          return { claim, proposition, status, stance, confidence, quote: quoteOf(mention) };
        });
      });
      return findings;
    },
    async show(claim, nth) {
      let isFound = false;
      await later(async () => {
        const list = mentions.filter((mention) => mention.finding.claim === claim && isShown(mention));
        const mention = list[nth];
        if (mention === undefined) return;
        card.goTo(mention, true);
        isFound = true;
      });
      return isFound;
    },
  };
}
