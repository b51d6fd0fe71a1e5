/** Sharing as the report page does it: files, clipboard, the browser's own sharing, and the state of what left. */
import { textWith, type Sharing } from '../../components/report/SharePanel';
import { saveFile } from '../../components/shared/save-file';
import { call } from '../../lib/messages/call';
import type { Report } from '../../lib/reports/report';
import type { SayWord } from '../../lib/words/words';

export interface SharingParts {
  readonly issueAddress: string;
  readonly say: SayWord;
  readonly keep: (report: Report) => Promise<void>;
  readonly onAddress: (address: string) => void;
}

export const makeSharing = ({ issueAddress, say, keep, onAddress }: SharingParts): Sharing => ({
  issueAddress,
  async onIssueAddress(address) {
    await call('settings/set', { settings: { issueAddress: address } });
    onAddress(address);
  },
  onFile: saveFile,
  onCopy: (text) => navigator.clipboard.writeText(text),
  onWebShare: 'share' in navigator ? (title, text) => navigator.share({ title, text }) : null,
  async onShared(reports) {
    for (const report of reports) await keep({ ...report, state: 'shared' });
  },
  toText: textWith(say),
});
