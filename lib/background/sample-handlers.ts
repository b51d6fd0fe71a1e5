/** The welcome page's live sample: what a page's annotator is handed, for a page of ours, which no script is injected into. */
import { browser } from 'wxt/browser';
import type { Handlers } from '../messages/serve';
import { toPageSettings } from '../settings/page-settings';
import { readSettings } from '../settings/store';
import { makeCards } from '../store/cards';
import { openClaims, openReadings } from './database';
import { makeHandOver } from './inject';

type SampleHandlers = Pick<Handlers, 'sample/hand-over' | 'sample/cards'>;

export const sampleHandlers: SampleHandlers = {
  async 'sample/hand-over'() {
    const [settings, { bundled, others }] = await Promise.all([readSettings(), openReadings()]);
    return makeHandOver([bundled.base64, ...others], settings, browser.runtime.getURL('/'));
  },

  async 'sample/cards'({ ids }) {
    const [settings, index] = await Promise.all([readSettings(), openClaims(ids)]);
    const { language } = toPageSettings(settings, browser.i18n.getUILanguage());
    return { cards: makeCards(index, settings, language, ids) };
  },
};
