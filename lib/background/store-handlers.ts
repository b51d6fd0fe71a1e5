/** How it stands with what is kept: what our pages tell the reader of a fault, of what came back and of what has no copy. */
import { browser } from 'wxt/browser';
import type { StoreState } from '../messages/protocol';
import { Refusal, type Handlers } from '../messages/serve';
import { toPageSettings } from '../settings/page-settings';
import { DEFAULT_SETTINGS } from '../settings/settings';
import { readSettings } from '../settings/store';
import { StoreError, toStoreError, type StoreFault } from '../store/fault';
import { isNewer } from '../store/schema';
import { wordsFor } from '../words/words';
import { openDatabase, renewDatabase } from './database';
import { countUncopied, forgetRestored, countRestored } from './kept-reports';
import { spreadPacks } from './spread-packs';

type StoreHandlers = Pick<Handlers, 'store/state' | 'store/noticed' | 'store/renew'>;

/** One sentence in the reader's language, with what to do. */
async function sayFault(fault: StoreFault): Promise<string> {
  // Where the settings cannot be read either, the browser's language will do.
  const settings = await readSettings().catch(() => DEFAULT_SETTINGS);
  const { language } = toPageSettings(settings, browser.i18n.getUILanguage());
  const say = wordsFor(language);
  switch (fault.kind) {
    case 'timeout':
      return say('store.timeout', { n: fault.afterMs / 1000 });
    case 'blocked':
    case 'newer-database':
    case 'full':
      return say(`store.${fault.kind}`);
    case 'refused':
    case 'damaged':
    case 'damaged-pack':
      return say(`store.${fault.kind}`, { reason: fault.reason });
  }
}

/** storage.local has no kind of error of its own for this. */
function toFault(reason: unknown): StoreFault | null {
  const error = toStoreError(reason);
  if (error instanceof StoreError) return error.fault;
  return error instanceof Error && /quota/iu.test(error.message) ? { kind: 'full' } : null;
}

/** What `serve` answers where the browser's storage refused; null for every other error. */
export async function refuseStore(reason: unknown): Promise<Refusal | null> {
  const fault = toFault(reason);
  return fault === null ? null : new Refusal('store', await sayFault(fault));
}

const isRenewable = ({ kind }: StoreFault): boolean => kind === 'refused' || kind === 'damaged' || kind === 'timeout';

async function readState(): Promise<Omit<StoreState, 'restored'>> {
  try {
    const database = await openDatabase();
    if (isNewer(database))
      return { fault: await sayFault({ kind: 'newer-database' }), isRenewable: false, uncopied: 0 };
    return { fault: null, isRenewable: false, uncopied: await countUncopied(database) };
  } catch (reason) {
    const fault = toFault(reason);
    if (fault === null) throw reason;
    return { fault: await sayFault(fault), isRenewable: isRenewable(fault), uncopied: 0 };
  }
}

export const storeHandlers: StoreHandlers = {
  // One after the other: opening the database may bring reports back.
  async 'store/state'() {
    const state = await readState();
    return { ...state, restored: await countRestored() };
  },

  async 'store/noticed'() {
    await forgetRestored();
    return null;
  },

  async 'store/renew'() {
    await renewDatabase();
    await spreadPacks();
    return null;
  },
};
