/**
 * What a report begins with: the selection, or the link that was clicked, as the W3C's selectors name it, and what the
 * page says of itself. Injected where a person reports something, so it works on pages without an annotator. Reads only.
 */
import type { CaptureAsk, Captured, TextPositionSelector, TextQuoteSelector } from '../reports/report';
import { readMetadata } from './metadata';

const AROUND = 64;
const MOST = 20_000;
const UNREAD = 'script,style,noscript,template,textarea';
const BLOCKS =
  'address,article,aside,blockquote,dd,div,dl,dt,figcaption,figure,footer,h1,h2,h3,h4,h5,h6,header,li,main,ol,p,pre,section,table,td,th,tr,ul';

const NO_QUOTE: TextQuoteSelector = { type: 'TextQuoteSelector', exact: '', prefix: '', suffix: '' };

const tidy = (text: string): string => text.replace(/\s+/gu, ' ');

interface Quoted {
  readonly quote: TextQuoteSelector;
  readonly position: TextPositionSelector;
}

/** Null where the range holds no text that is read (in a field, in a shadow tree, nothing but space). */
function quoteRange(doc: Document, range: Range): Quoted | null {
  const nodes = doc.createTreeWalker(doc.body ?? doc.documentElement, NodeFilter.SHOW_TEXT);
  let before = '';
  let exact = '';
  let after = '';
  let block: Element | null = null;
  for (let node = nodes.nextNode(); node !== null && after.length < 4 * AROUND; node = nodes.nextNode()) {
    const parent = node.parentElement;
    if (parent?.closest(UNREAD)) continue;
    // Words of two paragraphs do not run into each other, whatever the markup leaves out between them.
    const here = parent?.closest(BLOCKS) ?? null;
    const gap = here === block ? '' : ' ';
    block = here;
    const text = node.nodeValue ?? '';
    const isIn = range.intersectsNode(node);
    const from = isIn && node === range.startContainer ? range.startOffset : 0;
    const to = isIn && node === range.endContainer ? range.endOffset : text.length;
    if (isIn && to > from) {
      if (exact === '') before += gap + text.slice(0, from);
      exact += (exact === '' ? '' : gap) + text.slice(from, to);
      after += text.slice(to);
    } else if (exact === '') before += gap + text;
    else after += gap + text;
  }
  const lead = tidy(before).trimStart();
  const quote = tidy(exact).trim().slice(0, MOST);
  if (quote === '') return null;
  const start = lead.length + (/^\s/u.test(exact) && !lead.endsWith(' ') ? 1 : 0);
  return {
    quote: {
      type: 'TextQuoteSelector',
      exact: quote,
      prefix: lead.slice(-AROUND),
      suffix: tidy(after).slice(0, AROUND),
    },
    position: { type: 'TextPositionSelector', start, end: start + quote.length },
  };
}

/** The selection if there is one, else the first link that leads to the address. */
function findRange(doc: Document, { link }: CaptureAsk): Range | null {
  const selection = doc.getSelection();
  if (selection !== null && selection.rangeCount > 0 && !selection.isCollapsed) return selection.getRangeAt(0);
  const anchor = link === null ? undefined : [...doc.links].find(({ href }) => href === link);
  if (anchor === undefined) return null;
  const range = doc.createRange();
  range.selectNodeContents(anchor);
  return range;
}

/** The quote is empty where nothing is selected and no link was clicked: then the page as a whole is reported. */
export function capturePage(doc: Document, ask: CaptureAsk): Captured {
  const range = findRange(doc, ask);
  const quoted = range === null ? null : quoteRange(doc, range);
  const start = range?.startContainer;
  const element = start instanceof Element ? start : (start?.parentElement ?? doc.documentElement);
  const { date, author, lang } = readMetadata(doc);
  return {
    quote: quoted?.quote ?? NO_QUOTE,
    position: quoted?.position ?? null,
    title: doc.title === '' ? null : doc.title.slice(0, 1000),
    author,
    date,
    lang: element?.closest('[lang]')?.getAttribute('lang')?.slice(0, 40) || lang,
    address: doc.location.href,
  };
}
