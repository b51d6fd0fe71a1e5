/** Injected into a tab's top document where the popup opens: tells whether it is read, and is gone. */
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { pageState } from '../../lib/page/page-state';

export default defineUnlistedScript(() => pageState(document, globalThis));
