/** The calls behind the notice on the reader's own data, the same on every page that shows it. */
import { call } from './call';

export const STORE_CALLS = {
  onAsk: () => call('store/state', {}),
  onNoticed: () => call('store/noticed', {}),
  onRenew: () => call('store/renew', {}),
} as const;
