/** What the options page asks before it draws, and what it does beside calls to the background. */
import { browser } from 'wxt/browser';
import type { Shortcut } from '../../components/options/Shortcuts';
import { call } from '../../lib/messages/call';
import { isPaused } from '../../lib/settings/change';

const COMMANDS: Readonly<Record<string, Shortcut['command']>> = {
  // Firefox keeps the name of manifest version 2 in some places.
  _execute_action: 'popup',
  _execute_browser_action: 'popup',
  'next-mention': 'next-mention',
  'previous-mention': 'previous-mention',
  'toggle-site': 'toggle-site',
};

async function listShortcuts(): Promise<readonly Shortcut[]> {
  return (await browser.commands.getAll()).flatMap(({ name, shortcut }) => {
    const command = COMMANDS[name ?? ''];
    return command === undefined ? [] : [{ command, keys: shortcut ?? '' }];
  });
}

export async function askAll() {
  const [settings, { sources, kindsOff }, shortcuts] = await Promise.all([
    call('settings/get', {}),
    call('sources/list', {}),
    listShortcuts(),
  ]);
  const muted = await Promise.all(
    settings.muted.map(async (id) => {
      const found = await call('claims/get', { id });
      return { id, proposition: found?.card?.proposition ?? found?.record.proposition.en ?? null };
    }),
  );
  const pausedUntil = isPaused(settings) ? settings.pausedUntil : null;
  return { settings: { ...settings, pausedUntil }, sources, kindsOff, shortcuts, muted };
}

/** Firefox has a call for its page of shortcuts, Chromium an address. Newer than the polyfill's types. */
export async function openShortcuts(): Promise<void> {
  const commands = browser.commands as unknown as { openShortcutSettings?: () => Promise<void> };
  if (commands.openShortcutSettings === undefined) await browser.tabs.create({ url: 'chrome://extensions/shortcuts' });
  else await commands.openShortcutSettings();
}
