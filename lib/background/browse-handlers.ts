/** The verbs of the database page's lists: rows and their words in parts, speakers and sources. */
import { browser } from 'wxt/browser';
import type { Handlers } from '../messages/serve';
import type { ClaimRow } from '../messages/protocol';
import { toPageSettings } from '../settings/page-settings';
import type { Settings } from '../settings/settings';
import { readSettings } from '../settings/store';
import type { PackIndex } from '../store/live';
import { listSpeakers, makeSource, makeSpeaker } from '../store/people';
import { makeRows, makeText } from '../store/rows';
import { openClaims, openPack } from './database';

type BrowseHandlers = Pick<Handlers, 'rows/list' | 'rows/texts' | 'speakers/list' | 'speakers/get' | 'sources/get'>;

const languageOf = (settings: Settings) => toPageSettings(settings, browser.i18n.getUILanguage()).language;

interface Made {
  /** The sources of the packs that they were made of: others where packs changed. */
  readonly sources: PackIndex['sources'];
  readonly key: string;
  readonly rows: readonly ClaimRow[];
}

/** The rows that were made last: a page asks for them part by part. A cache; without it they are made again. */
let last: Made | null = null;

async function listRows(settings: Settings): Promise<readonly ClaimRow[]> {
  const language = languageOf(settings);
  const { sources } = await openClaims([]);
  const key = JSON.stringify([language, settings.sourcesOff, settings.kindsOff]);
  if (last === null || last.sources !== sources || last.key !== key) {
    last = { sources, key, rows: makeRows(await openPack(), settings, language) };
  }
  return last.rows;
}

export const browseHandlers: BrowseHandlers = {
  async 'rows/list'({ from, count }) {
    const rows = await listRows(await readSettings());
    return { rows: rows.slice(from, from + count), total: rows.length };
  },

  async 'rows/texts'({ from, count }) {
    const settings = await readSettings();
    const ids = (await listRows(settings)).slice(from, from + count).map(({ id }) => id);
    const index = await openClaims(ids);
    return { texts: ids.map((id) => makeText(index, id, settings)) };
  },

  async 'speakers/list'() {
    const settings = await readSettings();
    return { speakers: listSpeakers(await openPack(), settings, languageOf(settings)) };
  },

  async 'speakers/get'({ id }) {
    const settings = await readSettings();
    return makeSpeaker(await openPack(), id, settings, languageOf(settings));
  },

  async 'sources/get'({ id }) {
    const settings = await readSettings();
    return makeSource(await openPack(), id, settings, languageOf(settings));
  },
};
