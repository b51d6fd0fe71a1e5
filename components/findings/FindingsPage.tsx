/** What is marked on a page, to take along: one form at a time, with a preview of exactly what is saved or copied. */
import { useState } from 'preact/hooks';
import type { PageFindings } from '../../lib/messages/protocol';
import {
  toPageAnnotations,
  toPageJson,
  toPageMarkdown,
  toPageText,
  type PageExportWords,
} from '../../lib/records/page-export';
import type { SayWord } from '../../lib/words/words';
import { FormChoice } from '../shared/FormChoice';
import { Notice } from '../shared/Notice';
import { OutLink } from '../shared/OutLink';
import { PageHead } from '../shared/PageHead';
import { useSpeech } from '../shared/speech';

const FORMS = {
  markdown: { name: 'dalel-page.md', type: 'text/markdown', write: toPageMarkdown },
  annotation: { name: 'dalel-page.jsonld', type: 'application/ld+json', write: toPageAnnotations },
  json: { name: 'dalel-page.json', type: 'application/json', write: toPageJson },
  text: { name: 'dalel-page.txt', type: 'text/plain', write: toPageText },
} as const;

type FormName = keyof typeof FORMS;
const NAMES = ['markdown', 'annotation', 'json', 'text'] as const satisfies readonly FormName[];

const exportWords = (say: SayWord): PageExportWords => ({
  status: (status) => say(`status.${status}`),
  stance: (stance) => say(`card.stance.${stance}`),
  found: (n) => say('findings.count', { n }),
});

export interface FindingsPageProps {
  readonly page: PageFindings;
  readonly onFile: (name: string, text: string, type: string) => void;
  /** Rejects where the browser refuses the clipboard. */
  readonly onCopy: (text: string) => Promise<void>;
}

export function FindingsPage({ page, onFile, onCopy }: FindingsPageProps) {
  const { say } = useSpeech();
  const [name, setName] = useState<FormName>('markdown');
  const [outcome, setOutcome] = useState<'copied' | 'copy-failed' | null>(null);
  const form = FORMS[name];
  const text = form.write(page, exportWords(say));
  const copy = () => {
    onCopy(text).then(
      () => setOutcome('copied'),
      () => setOutcome('copy-failed'),
    );
  };
  return (
    <main class="page findings">
      <PageHead title={say('findings.title')} here="findings" />
      <p class="hint">{say('report.lead')}</p>
      <p>
        {page.url === '' ? (page.title ?? '') : <OutLink address={page.url}>{page.title ?? page.url}</OutLink>}
        {' · '}
        {say('findings.count', { n: page.findings.length })}
      </p>
      {page.findings.length === 0 ? (
        <Notice tone="plain">{say('findings.none')}</Notice>
      ) : (
        <div class="share-form">
          <FormChoice
            forms={NAMES}
            chosen={name}
            nameOf={(one) => say(`findings.form.${one}`)}
            onChoose={(one) => {
              setName(one);
              setOutcome(null);
            }}
            text={text}
            rows={16}
          />
          <div class="actions">
            <button
              type="button"
              class="button"
              data-primary
              data-action="save-file"
              onClick={() => onFile(form.name, text, form.type)}
            >
              {say('share.file', { file: form.name })}
            </button>
            <button type="button" class="button" data-action="copy-form" onClick={copy}>
              {say('share.copy')}
            </button>
          </div>
          {outcome === null ? null : (
            <Notice tone={outcome === 'copied' ? 'plain' : 'alert'}>
              {say(outcome === 'copied' ? 'report.copy.done' : 'report.copy.failed')}
            </Notice>
          )}
        </div>
      )}
    </main>
  );
}
