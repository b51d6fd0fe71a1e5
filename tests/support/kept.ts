/** Everything that Dalel keeps, as text: both storage areas and every row of every database. */
import type { DrivenBrowser } from './driven';

export interface Kept {
  readonly local: string;
  /** Gone with the browser. */
  readonly session: string;
  readonly database: string;
}

export function dumpKept(browser: DrivenBrowser): Promise<Kept> {
  return browser.inExtension(async (api) => {
    const asked = <T>(request: IDBRequest<T>): Promise<T> =>
      new Promise((done, fail) => {
        request.addEventListener('success', () => done(request.result));
        request.addEventListener('error', () => fail(request.error ?? new Error('The database refused')));
      });
    const rows: unknown[] = [];
    for (const { name } of await indexedDB.databases()) {
      const database = await asked(indexedDB.open(name ?? ''));
      for (const store of database.objectStoreNames) {
        const objects = database.transaction(store).objectStore(store);
        const [keys, values] = await Promise.all([asked(objects.getAllKeys()), asked(objects.getAll())]);
        rows.push([name, store, keys, values]);
      }
      database.close();
    }
    return {
      local: JSON.stringify(await api.storage.local.get(null)),
      session: JSON.stringify(await api.storage.session.get(null)),
      database: JSON.stringify(rows),
    };
  });
}
