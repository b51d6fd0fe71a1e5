/**
 * Draws one view of Dalel from frozen samples into a page: `dalelGallery.draw('card', 'ru')`. Bundled by bundle.ts and
 * run in the extension's own origin, so that its policy and style sheets hold. For pictures and axe.
 */
import { render, type ComponentChildren } from 'preact';
import { Card } from '../../components/card/Card';
import { CARD_CSS } from '../../components/card/card-css';
import { Welcome } from '../../components/welcome/Welcome';
import { Spoken } from '../../components/shared/Spoken';
import { loadWords } from '../../lib/words/load-words';
import type { Language } from '../../lib/words/words';
import { cardView } from './views-card';
import { databaseView, optionsView, popupView } from './views-pages';

export type View =
  | 'card'
  | 'card-contested'
  | 'card-several'
  | 'popup'
  | 'popup-nothing'
  | 'popup-paused'
  | 'options'
  | 'database'
  | 'welcome';

const VIEWS: Readonly<Record<View, (lang: Language) => ComponentChildren>> = {
  card: (lang) => <Card {...cardView(lang, [0])} />,
  'card-contested': (lang) => <Card {...cardView(lang, [1])} />,
  'card-several': (lang) => <Card {...cardView(lang, [0, 3])} />,
  popup: (lang) => popupView(lang),
  'popup-nothing': (lang) => popupView(lang, { claims: [], recap: [], pageSources: [] }),
  'popup-paused': (lang) => popupView(lang, { pausedUntil: 'restart' }),
  options: optionsView,
  database: databaseView,
  welcome: () => (
    <Welcome sites={{ mode: 'all-but', hosts: [] }} onSites={nothing} onLanguage={nothing} onStep={nothing} />
  ),
};

const nothing = (): void => undefined;

/** A root of its own, as a page has it for the card, but open: axe and the fonts of the pictures have to reach in. */
function shadowOf(place: HTMLElement): ShadowRoot {
  const root = place.attachShadow({ mode: 'open' });
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(`${CARD_CSS} .card{font-family:var(--shot-font,system-ui);animation:none}`);
  root.adoptedStyleSheets = [sheet];
  return root;
}

/** Sets `data-drawn` on the root element once the picture can be taken. */
async function draw(view: View, lang: Language): Promise<void> {
  await loadWords(lang);
  const { dataset } = document.documentElement;
  const place = document.createElement('div');
  const isCard = view.startsWith('card');
  // A card stands on a page, and so in its heading one.
  const words = document.createElement('h1');
  words.textContent = 'The page';
  document.body.replaceChildren(...(isCard ? [words] : []), place);
  if (isCard) {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(
      'h1{position:absolute;clip-path:inset(50%)}body{min-inline-size:0;padding:8px;background:light-dark(#ecebe6,#101114)}',
    );
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
  }
  render(
    <Spoken setting={lang} title="popup.power">
      {VIEWS[view](lang)}
    </Spoken>,
    isCard ? shadowOf(place) : place,
  );
  await document.fonts.ready;
  requestAnimationFrame(() => requestAnimationFrame(() => (dataset['drawn'] = 'yes')));
}

Object.assign(globalThis, { dalelGallery: { draw } });
