/** Everything that the extension keeps: storage.local and every database, as one text that can be compared and searched. */
import type { DrivenBrowser } from './driven';

async function readDatabases(self: typeof globalThis): Promise<string> {
  const done = <T>(request: IDBRequest<T>): Promise<T> =>
    new Promise((resolve, reject) => {
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(new Error(String(request.error)));
    });
  const all: unknown[] = [];
  for (const { name } of await self.indexedDB.databases()) {
    const database = await done(self.indexedDB.open(name ?? ''));
    for (const store of database.objectStoreNames) {
      const rows = database.transaction(store).objectStore(store);
      all.push([name, store, await done(rows.getAllKeys()), await done(rows.getAll())]);
    }
    database.close();
  }
  return JSON.stringify(all);
}

/** What outlives the browser. */
export async function keptOf(browser: DrivenBrowser): Promise<string> {
  const local = await browser.inExtension(async (api) => JSON.stringify(await api.storage.local.get(null)));
  return `${local}\n${await browser.inBackground(readDatabases)}`;
}

/** What outlives the page, at least until the browser closes. */
export async function storedOf(browser: DrivenBrowser): Promise<string> {
  const session = await browser.inExtension(async (api) => JSON.stringify(await api.storage.session.get(null)));
  return `${await keptOf(browser)}\n${session}`;
}
