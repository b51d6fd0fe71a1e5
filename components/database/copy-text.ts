/** What the copy buttons put on the clipboard: the record as Markdown, as JSON-LD, or its address. */
import type { ClaimRecord } from '../../lib/messages/protocol';
import { toJsonLd } from '../../lib/records/json-ld';
import { toMarkdown } from '../../lib/records/markdown';
import { sayDate } from '../../lib/words/dates';
import type { Speech } from '../shared/speech';
import type { CopyForm } from './CopyBar';
import { wordsIn } from '../shared/words-in';

export function copyText(form: CopyForm, found: ClaimRecord, address: string, { say, lang }: Speech): string {
  const proposition = wordsIn(found.record.proposition, lang);
  switch (form) {
    case 'link':
      return address;
    case 'json-ld':
      return toJsonLd(found, proposition.text, proposition.lang, address);
    case 'markdown': {
      const status = found.card?.status ?? 'none';
      return toMarkdown(
        { proposition: proposition.text, statements: found.card?.statements ?? [], address },
        {
          status: say(`status.${status}`),
          rule: say(`status-rule.${status}`),
          undated: say('statement.undated'),
          kind: ({ kind }) => say(`timeline.kind.${kind}`),
          date: (date) => sayDate(date, lang),
          scope: (scope) => say('statement.scope', { scope }),
        },
      );
    }
  }
}
