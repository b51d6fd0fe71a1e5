/**
 * Draws one view of Dalel from frozen samples into a page: `dalelGallery.draw('card', 'ru')`. Bundled by bundle.ts and
 * run in the extension's own origin, so that its policy and style sheets hold. For pictures and axe.
 */
import { render, type ComponentChildren } from 'preact';
import { Card } from '../../components/card/Card';
import { CARD_CSS } from '../../components/card/card-css';
import { Welcome } from '../../components/welcome/Welcome';
import { Spoken } from '../../components/shared/Spoken';
import type { Language } from '../../lib/words/words';
import { cardView } from './views-card';
import { optionsView, popupView } from './views-pages';

export type View =
  | 'card'
  | 'card-contested'
  | 'card-several'
  | 'popup'
  | 'popup-nothing'
  | 'popup-paused'
  | 'options'
  | 'welcome';

const VIEWS: Readonly<Record<View, (lang: Language) => ComponentChildren>> = {
  card: (lang) => <Card {...cardView(lang, [0])} />,
  'card-contested': (lang) => <Card {...cardView(lang, [1])} />,
  'card-several': (lang) => <Card {...cardView(lang, [0, 3])} />,
  popup: (lang) => popupView(lang),
  'popup-nothing': (lang) => popupView(lang, { claims: [], recap: [], pageSources: [] }),
  'popup-paused': (lang) => popupView(lang, { pausedUntil: 'restart' }),
  options: optionsView,
  welcome: () => (
    <Welcome sites={{ mode: 'all-but', hosts: [] }} onSites={nothing} onLanguage={nothing} onStep={nothing} />
  ),
};

const nothing = (): void => undefined;

/** A root of its own, as a page has it for the card, but open: axe and the fonts of the pictures have to reach in. */
function shadowOf(place: HTMLElement): ShadowRoot {
  const root = place.attachShadow({ mode: 'open' });
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(`${CARD_CSS} .card{font-family:var(--shot-font,system-ui)}`);
  root.adoptedStyleSheets = [sheet];
  return root;
}

function draw(view: View, lang: Language): void {
  const place = document.createElement('div');
  document.body.replaceChildren(place);
  const root = view.startsWith('card') ? shadowOf(place) : place;
  render(
    <Spoken setting={lang} title="popup.power">
      {VIEWS[view](lang)}
    </Spoken>,
    root,
  );
}

Object.assign(globalThis, { dalelGallery: { draw } });
