/**
 * The pages that are measured: saved real ones from `../shared/pages` where that folder is, the project's own made ones
 * otherwise. Each is served as it is, and once more with the planted phrases spread over it.
 */
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { makeArticle, makeSpecification } from './made-pages';
import { plantedParagraphs } from './phrases';

const CORPUS = resolve(import.meta.dirname, '../../../../shared/pages');

export interface BenchPage {
  readonly name: string;
  readonly html: string;
}

export const hasCorpus = (): boolean => existsSync(CORPUS);

/** Some hide themselves until a script of theirs has asked a server that is not there. */
const SHOWN = '<style>html { display: block !important }</style>';

const saved = (name: string): BenchPage => {
  const html = readFileSync(join(CORPUS, `${name}.html`), 'utf8');
  return { name, html: html.replace(/<\/head>/i, (end) => SHOWN + end) };
};

export interface BenchPages {
  /** A page of about 100,000 characters. */
  readonly ordinary: BenchPage;
  /** About a million characters in about 100,000 text nodes. */
  readonly large: BenchPage;
  /** From small to large, `ordinary` and `large` among them, one of them mostly Cyrillic. */
  readonly bySize: readonly BenchPage[];
}

export function benchPages(): BenchPages {
  if (hasCorpus()) {
    const ordinary = saved('engadget');
    const large = saved('xl-w3c-html52-fullindex');
    const others = ['001', 'bbc-1', 'wikipedia-2', 'xl-gen-gimp-help-ru'].map(saved);
    const [tiny, small, ...rest] = others as [BenchPage, BenchPage, ...BenchPage[]];
    return { ordinary, large, bySize: [tiny, small, ordinary, ...rest, large] };
  }
  const ordinary = { name: 'article', html: makeArticle('en', 130_000) };
  const large = { name: 'specification', html: makeSpecification(100_000) };
  const brief = { name: 'note', html: makeArticle('en', 7_000) };
  const russian = { name: 'article-ru', html: makeArticle('ru', 540_000) };
  return { ordinary, large, bySize: [brief, ordinary, russian, large] };
}

/** Twenty pages as a reader meets them. */
export function twentyPages(): readonly BenchPage[] {
  if (!hasCorpus()) {
    return Array.from({ length: 20 }, (_, i) => ({
      name: `article-${i}`,
      html: makeArticle(i % 2 === 0 ? 'en' : 'ru', 8_000 * (i + 1)),
    }));
  }
  const names = readdirSync(CORPUS).flatMap((file) => /^(?!xl-)(.+)\.html$/.exec(file)?.[1] ?? []);
  const step = names.length / 20;
  return Array.from({ length: 20 }, (_, i) => saved(names[Math.floor(i * step)] ?? 'bbc-1'));
}

/** Puts each planted paragraph after one of the page's own, evenly; at the end where there are too few. */
export function plant({ html }: BenchPage): string {
  const paragraphs = plantedParagraphs();
  const places = [...html.matchAll(/<\/p>/gi)].map((match) => match.index + match[0].length);
  if (places.length < paragraphs.length) {
    const end = html.search(/<\/body>/i);
    const at = end < 0 ? html.length : end;
    return html.slice(0, at) + paragraphs.join('\n') + html.slice(at);
  }
  let planted = '';
  let from = 0;
  paragraphs.forEach((paragraph, i) => {
    const at = places[Math.floor(((i + 0.5) / paragraphs.length) * places.length)] ?? html.length;
    planted += html.slice(from, at) + paragraph;
    from = at;
  });
  return planted + html.slice(from);
}

export const plainPath = ({ name }: BenchPage): string => `made/plain/${name}.html`;
export const plantedPath = ({ name }: BenchPage): string => `made/planted/${name}.html`;

/** What the test server answers for these pages. */
export function servePages(pages: readonly BenchPage[]): ReadonlyMap<string, string> {
  return new Map(
    pages.flatMap((page) => [
      [`/${plainPath(page)}`, page.html],
      [`/${plantedPath(page)}`, plant(page)],
    ]),
  );
}
