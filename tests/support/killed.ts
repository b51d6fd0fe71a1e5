/**
 * A background that is stopped at a chosen moment. Every call that it makes of the browser's storage, its database and
 * its alarms is counted, and every transaction that is complete; at the chosen one it dies: that call and all later
 * ones have no effect, and what is not complete is undone, as browsers do it. What lies in storage stays for the next start.
 */
import type { FakeBrowser } from '../unit/background/fake-browser';

class Died extends Error {
  override readonly name = 'Died';
}

interface Life {
  /** Resolves when it dies. */
  readonly death: Promise<void>;
  readonly onDeath: () => void;
  /** Calls and completed transactions so far. */
  moments: number;
  readonly diesAt: number;
  isDead: boolean;
  readonly transactions: Set<IDBTransaction>;
  readonly connections: Set<IDBDatabase>;
}

let life: Life | null = null;

function die(dying: Life): void {
  dying.isDead = true;
  dying.onDeath();
  for (const transaction of dying.transactions) {
    try {
      transaction.abort();
    } catch (reason) {
      // One that was complete is no longer ours to undo.
      if (!(reason instanceof DOMException && reason.name === 'InvalidStateError')) throw reason;
    }
  }
  for (const connection of dying.connections) connection.close();
}

/** One more moment of the life of `mine`; throws once it is over. */
function pass(mine: Life): void {
  mine.moments += 1;
  if (!mine.isDead && mine.moments === mine.diesAt) die(mine);
  if (mine.isDead) throw new Died();
}

/** The dead hear nothing: neither that something was done nor that it was undone. */
function silence(owner: EventTarget, mine: Life): void {
  for (const event of ['success', 'error', 'complete', 'abort']) {
    owner.addEventListener(event, (told) => {
      if (mine.isDead) told.stopImmediatePropagation();
    });
  }
}

type Method = (this: unknown, ...given: unknown[]) => unknown;

/** Calls count from now on, for the life in which they are made. */
function count(owner: object, names: readonly string[], then: (result: unknown, mine: Life) => void = () => undefined) {
  for (const name of names) {
    const real = Reflect.get(owner, name) as Method;
    const counted: Method = function counted(this: unknown, ...given) {
      const mine = life;
      asked += 1;
      if (mine === null) return real.apply(this, given);
      // The transaction of an opening that makes or changes a database is the browser's own call, not the background's.
      if (given[1] !== 'versionchange') pass(mine);
      const result = real.apply(this, given);
      then(result, mine);
      return result;
    };
    Reflect.set(owner, name, counted);
  }
}

const silenced = (request: unknown, mine: Life): void => silence(request as IDBRequest, mine);

/** A lock goes with its holder. */
function letGoWhenDead(locks: LockManager): void {
  const real = locks.request.bind(locks);
  const request = (name: string, work: LockGrantedCallback<unknown>) => {
    const mine = life;
    if (mine === null) return real(name, work);
    pass(mine);
    return real(name, (lock) => Promise.race([mine.isDead ? null : work(lock), mine.death]));
  };
  Reflect.set(locks, 'request', request);
}

/** Once a file of tests, before anything is loaded. */
export function countMoments(fake: FakeBrowser): void {
  for (const area of [fake.storage.local, fake.storage.session]) count(area, ['get', 'set', 'remove']);
  letGoWhenDead(navigator.locks);
  count(fake.alarms, ['create', 'clear', 'get']);
  count(fake.contextMenus, ['create', 'removeAll']);
  const reads = ['get', 'getAll', 'getAllKeys', 'count'];
  count(IDBObjectStore.prototype, [...reads, 'put', 'add', 'delete', 'clear'], silenced);
  count(IDBIndex.prototype, reads, silenced);
  count(IDBFactory.prototype, ['open', 'deleteDatabase'], (result, mine) => {
    const request = result as IDBOpenDBRequest; // What both give.
    request.addEventListener('success', () => {
      if (!(request.result instanceof IDBDatabase)) return;
      mine.connections.add(request.result);
      if (mine.isDead) request.result.close();
    });
  });
  count(IDBDatabase.prototype, ['transaction'], (result, mine) => {
    const transaction = result as IDBTransaction;
    mine.transactions.add(transaction);
    transaction.addEventListener('complete', () => {
      mine.transactions.delete(transaction);
      mine.moments += 1;
      if (!mine.isDead && mine.moments === mine.diesAt) die(mine);
    });
    silence(transaction, mine);
  });
}

export interface Lived {
  /** It came to its end before the chosen moment. */
  readonly isAlive: boolean;
  /** What it answered; null where it died first. */
  readonly answer: unknown;
}

/** Runs `work` in a life that ends at the given moment, from 1; what it had answered before that counts. */
export async function liveUntil(diesAt: number, work: () => Promise<unknown>): Promise<Lived> {
  const { promise: death, resolve: onDeath } = Promise.withResolvers<void>();
  const [transactions, connections] = [new Set<IDBTransaction>(), new Set<IDBDatabase>()];
  const mine: Life = { moments: 0, diesAt, isDead: false, death, onDeath, transactions, connections };
  life = mine;
  try {
    const answer = await Promise.race([work(), death]);
    const isAlive = !mine.isDead;
    return { isAlive, answer: isAlive ? answer : null };
  } finally {
    // Whatever goes on without having been waited for ends here as well.
    if (!mine.isDead) die(mine);
    await quiet();
    life = null;
  }
}

/** Rounds of the event loop in which nothing is asked for: then nothing is under way. */
const QUIET_ROUNDS = 8;

let asked = 0;

/** Resolves once nothing is asked of the browser any more and no lock is held. */
export async function quiet(): Promise<void> {
  let [rounds, seen] = [0, asked];
  while (rounds < QUIET_ROUNDS) {
    await new Promise((resolve) => setImmediate(resolve));
    const { held = [], pending = [] } = await navigator.locks.query();
    rounds = asked === seen && held.length + pending.length === 0 ? rounds + 1 : 0;
    seen = asked;
  }
}
