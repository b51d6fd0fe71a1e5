/**
 * As much of the browser as the background needs, in memory: storage that can refuse, tabs that can be gone, and a
 * record of what was injected, told and shown. Tests mock 'wxt/browser' with it and reset it before each.
 */
type Listener = (...given: unknown[]) => unknown;

class FakeEvent {
  readonly listeners: Listener[] = [];
  addListener(listener: Listener): void {
    this.listeners.push(listener);
  }
  removeListener(listener: Listener): void {
    const at = this.listeners.indexOf(listener);
    if (at >= 0) this.listeners.splice(at, 1);
  }
  emit(...given: unknown[]): readonly unknown[] {
    return this.listeners.map((listener) => listener(...given));
  }
}

class FakeArea {
  items = new Map<string, string>();
  /** Set, every write is refused with it. */
  refusal: Error | null = null;

  async get(keys: string | null): Promise<Record<string, unknown>> {
    const names = keys === null ? [...this.items.keys()] : [keys];
    return Object.fromEntries(
      names.flatMap((name) => {
        const json = this.items.get(name);
        return json === undefined ? [] : [[name, JSON.parse(json) as unknown]];
      }),
    );
  }
  async set(items: Record<string, unknown>): Promise<void> {
    if (this.refusal !== null) throw this.refusal;
    for (const [name, value] of Object.entries(items)) this.items.set(name, JSON.stringify(value));
  }
  async remove(names: string | readonly string[]): Promise<void> {
    for (const name of [names].flat()) this.items.delete(name);
  }
}

export interface FakeTab {
  readonly id: number;
  readonly url: string;
  readonly title?: string;
  readonly incognito?: boolean;
  /** Ids of the documents that stand in it now. */
  readonly documents: readonly string[];
}

export interface Injection {
  readonly target: {
    readonly tabId: number;
    readonly frameIds?: readonly number[];
    readonly documentIds?: readonly string[];
    readonly allFrames?: boolean;
  };
  readonly func?: (...given: readonly never[]) => unknown;
  readonly args?: readonly unknown[];
  readonly files?: readonly string[];
}

export class FakeBrowser {
  tabsOpen: FakeTab[] = [];
  injected: Injection[] = [];
  told: { readonly tabId: number; readonly message: unknown; readonly frameId: number | undefined }[] = [];
  created: string[] = [];
  menus = new Map<string, string>();
  badges = new Map<number, string>();
  titles = new Map<number, string>();
  alarmsSet = new Map<string, number>();
  /** Patterns that the browser keeps Dalel away from. */
  withheld: string[] = [];
  /** What an injected function gives back. */
  result: unknown = null;
  /** What the script gives back that asks whether a page is read; a function is asked anew each time. */
  pageState: () => unknown = () => 'read';
  /** What an annotator answers. */
  reply: unknown = { ok: true, value: { shown: true } };

  readonly storage = { local: new FakeArea(), session: new FakeArea(), onChanged: new FakeEvent() };
  readonly runtime = {
    id: 'own-id',
    lastError: undefined,
    getManifest: () => ({ version: '1.0', content_scripts: [{ matches: ['http://*/*', 'https://*/*'] }] }),
    getURL: (path: string) => `chrome-extension://own-id/${path.replace(/^\//u, '')}`,
    onMessage: new FakeEvent(),
    onInstalled: new FakeEvent(),
    onStartup: new FakeEvent(),
  };
  readonly i18n = { getUILanguage: () => 'en-US' };
  readonly alarms = {
    onAlarm: new FakeEvent(),
    create: (name: string, { when }: { when: number }) => void this.alarmsSet.set(name, when),
    clear: async (name: string) => this.alarmsSet.delete(name),
    get: async (name: string) => {
      const when = this.alarmsSet.get(name);
      return when === undefined ? undefined : { name, scheduledTime: when };
    },
  };
  readonly omnibox = { onInputChanged: new FakeEvent(), onInputEntered: new FakeEvent() };
  readonly permissions = {
    contains: async ({ origins }: { origins: readonly string[] }) =>
      !origins.some((origin) => this.withheld.includes(origin)),
  };
  readonly commands = { onCommand: new FakeEvent() };
  readonly contextMenus = {
    onClicked: new FakeEvent(),
    removeAll: async () => this.menus.clear(),
    create: ({ id, title }: { id: string; title: string }) => void this.menus.set(id, title),
    update: async (id: string, { title }: { title: string }) => void this.menus.set(id, title),
  };
  readonly action = {
    setBadgeBackgroundColor: async () => undefined,
    setBadgeTextColor: async () => undefined,
    setBadgeText: async ({ tabId, text }: { tabId: number; text: string }) => {
      this.find(tabId);
      this.badges.set(tabId, text);
    },
    setTitle: async ({ tabId, title }: { tabId: number; title: string }) => {
      this.find(tabId);
      this.titles.set(tabId, title);
    },
  };
  readonly tabs = {
    onUpdated: new FakeEvent(),
    onRemoved: new FakeEvent(),
    get: async (tabId: number) => this.find(tabId),
    query: async () => this.tabsOpen,
    create: async ({ url }: { url: string }) => void this.created.push(url),
    update: async ({ url }: { url: string }) => void this.created.push(url),
    sendMessage: async (tabId: number, message: unknown, options?: { frameId: number }) => {
      this.find(tabId);
      this.told.push({ tabId, message, frameId: options?.frameId });
      return this.reply;
    },
  };
  /** Ids of the scripts that the browser lays into pages by itself. */
  registered = new Set<string>();
  readonly scripting = {
    getRegisteredContentScripts: async ({ ids }: { ids: readonly string[] }) =>
      ids.filter((id) => this.registered.has(id)).map((id) => ({ id })),
    registerContentScripts: async (scripts: readonly { id: string }[]) => {
      for (const { id } of scripts) this.registered.add(id);
    },
    unregisterContentScripts: async ({ ids }: { ids: readonly string[] }) => {
      for (const id of ids) this.registered.delete(id);
    },
    executeScript: async (injection: Injection) => {
      const tab = this.find(injection.target.tabId);
      const missing = injection.target.documentIds?.find((id) => !tab.documents.includes(id));
      if (missing !== undefined) throw new Error(`No document with id ${missing} in tab with id ${tab.id}`);
      if (injection.files?.[0] === '/page-state.js') return [{ frameId: 0, result: await this.pageState() }];
      this.injected.push(injection);
      return [{ frameId: 0, result: this.result }];
    },
  };

  private find(tabId: number): FakeTab {
    const tab = this.tabsOpen.find(({ id }) => id === tabId);
    if (tab === undefined) throw new Error(`No tab with id: ${tabId}.`);
    return tab;
  }

  /** The call of this name that was told to tabs, in the order of telling. */
  toldCalls(
    call: string,
  ): readonly { readonly tabId: number; readonly frameId: number | undefined; readonly request: unknown }[] {
    return this.told.flatMap(({ tabId, frameId, message }) => {
      const sent = message as { call: string; request: unknown };
      return sent.call === call ? [{ tabId, frameId, request: sent.request }] : [];
    });
  }

  /** The background sleeps: its listeners are gone, what it stored stays. */
  sleep(): void {
    for (const { listeners } of this.events()) listeners.length = 0;
  }

  private events(): readonly FakeEvent[] {
    const { runtime, commands, contextMenus, tabs, alarms, omnibox } = this;
    return [
      runtime.onMessage,
      runtime.onInstalled,
      runtime.onStartup,
      alarms.onAlarm,
      omnibox.onInputChanged,
      omnibox.onInputEntered,
      commands.onCommand,
      contextMenus.onClicked,
      tabs.onUpdated,
      tabs.onRemoved,
    ];
  }

  reset(): void {
    this.sleep();
    this.tabsOpen = [];
    this.injected = [];
    this.told = [];
    this.created = [];
    this.menus.clear();
    this.badges.clear();
    this.titles.clear();
    this.alarmsSet.clear();
    this.withheld = [];
    this.registered.clear();
    this.storage.onChanged.listeners.length = 0;
    this.result = null;
    this.pageState = () => 'read';
    for (const area of [this.storage.local, this.storage.session]) {
      area.items.clear();
      area.refusal = null;
    }
  }
}

interface WithFake {
  dalelFake?: FakeBrowser;
}

/** One for all loadings of this module, since a background that wakes is loaded anew into the same browser. */
export const fake = ((globalThis as WithFake).dalelFake ??= new FakeBrowser());
