/**
 * The background: every listener, registered synchronously on each start, so that the event which woke us is heard.
 * Nothing that a wake-up needs is kept in a variable; state is in the database and in the browser's storage.
 */
import { browser } from 'wxt/browser';
import { serve } from '../messages/serve';
import { colourBadge } from './badge';
import { browseHandlers } from './browse-handlers';
import { runCommand } from './commands';
import { finishCutOff } from './cut-off';
import { openClaims } from './database';
import { extensionHandlers } from './extension-handlers';
import { dropFound } from './found';
import { reviveOlderPage } from './inject';
import { settleIn } from './install';
import { REPORT_MENU } from './menu';
import { dropGone } from './navigation';
import { packHandlers } from './pack-handlers';
import { pageHandlers } from './page-handlers';
import { reportHandlers } from './report-handlers';
import { startReport } from './report-menu';
import { endPauseAtStart, onAlarm } from './resume';
import { sampleHandlers } from './sample-handlers';
import { refuseStore, storeHandlers } from './store-handlers';
import { subscriptionHandlers } from './subscription-handlers';
import { openEntered, suggest } from './suggest';
import { onUpdateAlarm } from './update-alarm';

/** What runs by itself has nobody to answer to: its faults go to the log. */
function run(what: string, work: Promise<unknown>): void {
  work.catch((reason: unknown) => console.error(`Dalel: ${what} failed`, reason));
}

export function startBackground(): void {
  serve(
    {
      page: pageHandlers,
      extension: {
        ...extensionHandlers,
        ...browseHandlers,
        ...reportHandlers,
        ...packHandlers,
        ...subscriptionHandlers,
        ...sampleHandlers,
        ...storeHandlers,
      },
    },
    refuseStore,
  );
  browser.runtime.onInstalled.addListener(({ reason }) => run('settling in', settleIn(reason)));
  browser.runtime.onStartup.addListener(() => run('ending the pause', endPauseAtStart()));
  browser.alarms.onAlarm.addListener(({ name }) => run('an alarm', onAlarm(name)));
  browser.alarms.onAlarm.addListener(({ name }) => run('an update', onUpdateAlarm(name)));
  browser.contextMenus.onClicked.addListener((info, tab) => {
    if (info.menuItemId === REPORT_MENU) run('the report', startReport(info, tab));
  });
  browser.commands.onCommand.addListener((command, tab) => run(`the command ${command}`, runCommand(command, tab)));
  browser.tabs.onUpdated.addListener((tabId, change) => {
    if (change.status !== undefined) run('looking after a navigation', dropGone(tabId));
    if (change.status === 'complete') run('a page that came back', reviveOlderPage(tabId));
  });
  browser.tabs.onRemoved.addListener((tabId) => run('looking after a closed tab', dropFound(tabId)));
  browser.omnibox.onInputChanged.addListener((typed, offer) => run('a suggestion', suggest(typed).then(offer)));
  browser.omnibox.onInputEntered.addListener((entered, how) => run('the address bar', openEntered(entered, how)));
  run('colouring the badge', colourBadge());
  run('opening the claims', openClaims([]));
  run('what was cut off', finishCutOff());
}
