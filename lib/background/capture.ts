/**
 * Runs inside the frame that was clicked, by `scripting.executeScript`: the selection as the W3C's selectors name it,
 * with the page's title and language. It works on pages without an annotator. Nothing outside the function is there.
 */
import type { Capture } from '../reports/report';

export interface Captured extends Pick<Capture, 'quote' | 'position' | 'title' | 'lang'> {
  readonly address: string;
}

/** Null where the frame has no selection in its text (in a field, in a shadow tree). */
export function captureSelection(): Captured | null {
  const AROUND = 64;
  const MOST = 20_000;
  const UNREAD = 'script,style,noscript,template,textarea';
  const BLOCKS =
    'address,article,aside,blockquote,dd,div,dl,dt,figcaption,figure,footer,h1,h2,h3,h4,h5,h6,header,li,main,ol,p,pre,section,table,td,th,tr,ul';
  const selection = getSelection();
  if (selection === null || selection.rangeCount === 0 || selection.isCollapsed) return null;
  const range = selection.getRangeAt(0);
  const root = document.body ?? document.documentElement;
  const nodes = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
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
  const tidy = (text: string): string => text.replace(/\s+/gu, ' ');
  const lead = tidy(before).trimStart();
  const quote = tidy(exact).trim().slice(0, MOST);
  if (quote === '') return null;
  const start = lead.length + (/^\s/u.test(exact) && !lead.endsWith(' ') ? 1 : 0);
  const element = range.startContainer instanceof Element ? range.startContainer : range.startContainer.parentElement;
  return {
    quote: {
      type: 'TextQuoteSelector',
      exact: quote,
      prefix: lead.slice(-AROUND),
      suffix: tidy(after).slice(0, AROUND),
    },
    position: { type: 'TextPositionSelector', start, end: start + quote.length },
    title: document.title === '' ? null : document.title.slice(0, 1000),
    lang: element?.closest('[lang]')?.getAttribute('lang')?.slice(0, 40) || null,
    address: location.href,
  };
}
