/**
 * Pages of the project's own, for machines without the corpus: an article, its Russian sister and a specification of
 * 100,000 text nodes. The same words each time; none of them is a claim.
 */

const WORDS = {
  en: 'the council of a small town met again this week to hear how far work on its old harbour road had come and what the engineers who measure it every spring would need before winter comes over the hills with snow and long nights'.split(
    ' ',
  ),
  ru: 'совет небольшого города снова собрался на этой неделе чтобы услышать как далеко продвинулись работы на старой дороге к гавани и что понадобится инженерам которые измеряют её каждую весну прежде чем зима придёт через холмы'.split(
    ' ',
  ),
} as const;

function sentence(words: readonly string[], seed: number, length: number): string {
  const picked = Array.from({ length }, (_, i) => words[(seed * 31 + i * (7 + (seed % 5))) % words.length] ?? '');
  const text = picked.join(' ');
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
}

const page = (lang: 'en' | 'ru', title: string, body: string): string =>
  `<!doctype html><html lang="${lang}"><meta charset="utf-8"><title>${title}</title><body><main><h1>${title}</h1>${body}</main></body></html>`;

/** `characters` of prose in paragraphs of five sentences with a link in each. */
export function makeArticle(lang: 'en' | 'ru', characters: number): string {
  const paragraphs: string[] = [];
  for (let length = 0, seed = 0; length < characters; seed++) {
    const text = Array.from({ length: 5 }, (_, i) => sentence(WORDS[lang], seed * 5 + i, 9 + ((seed + i) % 12)));
    length += text.join(' ').length;
    paragraphs.push(`<p>${text.slice(0, 2).join(' ')} <a href="#top">${text[2]}</a> ${text.slice(3).join(' ')}</p>`);
  }
  return page(lang, lang === 'en' ? 'Work on the harbour road' : 'Работы на дороге', paragraphs.join('\n'));
}

/** A specification: short runs of text in tables, code and links, as many text nodes as asked for. */
export function makeSpecification(textNodes: number): string {
  const rows: string[] = [];
  for (let i = 0, nodes = 0; nodes < textNodes; i++, nodes += 10) {
    const word = WORDS.en[i % WORDS.en.length] ?? '';
    rows.push(
      `<section><h3><a href="#s${i}">${i}</a> ${word} rules</h3><p>The <code>${word}</code> member ${sentence(WORDS.en, i, 6)} See <a href="#s${i}">${word}</a> below.</p></section>`,
    );
  }
  return page('en', 'Rules of the harbour', rows.join('\n'));
}
