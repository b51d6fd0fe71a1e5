/** The background, a service worker in Chromium and an event page in Firefox: starts what lib/background holds. */
import { defineBackground } from 'wxt/utils/define-background';
import { startBackground } from '../../lib/background/start';

export default defineBackground({ type: 'module', main: startBackground });
