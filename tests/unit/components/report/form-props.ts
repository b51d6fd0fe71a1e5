/** A form with its callbacks watched, for tests of the report page. */
import { vi } from 'vitest';
import type { ReportFormProps } from '../../../../components/report/ReportForm';
import { contentOfDraft, EMPTY_CONTENT, makeReport } from '../../../../lib/reports/content';
import type { Sharing } from '../../../../components/report/SharePanel';
import { SAMPLE_CAPTURE } from '../samples';

export const DRAFTED = contentOfDraft({
  capture: SAMPLE_CAPTURE,
  about: 'claim',
  claim: null,
  fullUrl: '',
  isPrivate: false,
});

export const makeSharing = (change: Partial<Sharing> = {}) => ({
  issueAddress: '',
  onIssueAddress: vi.fn<Sharing['onIssueAddress']>().mockResolvedValue(undefined),
  onFile: vi.fn<Sharing['onFile']>(),
  onCopy: vi.fn<Sharing['onCopy']>().mockResolvedValue(undefined),
  onWebShare: null,
  onShared: vi.fn<Sharing['onShared']>().mockResolvedValue(undefined),
  toText: ({ quote, note }: Parameters<Sharing['toText']>[0]) => `${quote.exact} ${note}`,
  ...change,
});

export const makeProps = (change: Partial<Omit<ReportFormProps, 'onKeep' | 'onNear'>> = {}) => ({
  content: DRAFTED,
  state: 'draft' as const,
  isTyped: false,
  isGone: false,
  isPrivate: false,
  fullUrl: '',
  subject: null,
  toReport: (content: typeof EMPTY_CONTENT, state: 'draft' | 'ready' | 'shared') =>
    makeReport(content, {
      id: 'report-0001',
      state,
      created: '2026-01-05T10:00:00.000Z',
      changed: '2026-01-05T10:00:00.000Z',
    }),
  onKeep: vi.fn<ReportFormProps['onKeep']>().mockResolvedValue(undefined),
  onNear: vi.fn<ReportFormProps['onNear']>().mockResolvedValue([]),
  sharing: makeSharing(),
  marking: {
    onSuggest: () => ['jets', 'sold'],
    onPreview: vi.fn<ReportFormProps['marking']['onPreview']>().mockResolvedValue({
      texts: [['jets were sold'], []],
      page: null,
    }),
  },
  ...change,
});
