/** The packs: what each holds and whose it is; loaded by file or by dropping one here; switched, ordered, undone, removed. */
import { useState } from 'preact/hooks';
import type { PackRow } from '../../lib/messages/pack-rows';
import { Notice } from '../shared/Notice';
import { PageHead } from '../shared/PageHead';
import { useSpeech } from '../shared/speech';
import { reasonOf } from '../shared/use-answer';
import { PackCard, type PackActions } from './PackCard';
import { sayPackFault, type LoadOutcome } from './pack-fault';

export interface PacksPageProps {
  readonly packs: readonly PackRow[];
  /** Unpacks, checks and keeps a file. */
  readonly onFile: (file: File) => Promise<LoadOutcome>;
  readonly onSwitch: (id: string, on: boolean) => Promise<unknown>;
  readonly onMove: (id: string, by: -1 | 1) => Promise<unknown>;
  readonly onUndo: (id: string) => Promise<unknown>;
  readonly onRemove: (id: string) => Promise<unknown>;
}

type Said = {
  readonly file: string;
  readonly outcome: LoadOutcome | { readonly kind: 'refused'; readonly reason: string };
};

function Outcome({ file, outcome }: Said) {
  const { say } = useSpeech();
  if ('kind' in outcome) return <Notice tone="alert">{say('shared.refused', { reason: outcome.reason })}</Notice>;
  if (outcome.ok) return <Notice tone="plain">{say('packs.loaded', { file })}</Notice>;
  return (
    <Notice tone="alert">
      <p data-fault={outcome.fault.kind}>
        {say('packs.refused', { file })} {sayPackFault(outcome.fault, say)}
      </p>
      <p>{say('packs.refused.kept')}</p>
    </Notice>
  );
}

export function PacksPage({ packs, onFile, onSwitch, onMove, onUndo, onRemove }: PacksPageProps) {
  const { say } = useSpeech();
  const [said, setSaid] = useState<Said | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const [isOver, setOver] = useState(false);
  const take = (file: File | undefined) => {
    if (file === undefined) return;
    onFile(file).then(
      (outcome) => setSaid({ file: file.name, outcome }),
      (error: unknown) => setSaid({ file: file.name, outcome: { kind: 'refused', reason: reasonOf(error) } }),
    );
  };
  const change = (done: Promise<unknown>) => {
    setProblem(null);
    done.catch((error: unknown) => setProblem(reasonOf(error)));
  };
  const loaded = packs.filter(({ isBundled }) => !isBundled);
  const actionsOf = (pack: PackRow, at: number): PackActions => ({
    onSwitch: (on) => change(onSwitch(pack.id, on)),
    onUp: at > 0 ? () => change(onMove(pack.id, -1)) : null,
    onDown: at < loaded.length - 1 ? () => change(onMove(pack.id, 1)) : null,
    onUndo: pack.canUndo ? () => change(onUndo(pack.id)) : null,
    onRemove: () => change(onRemove(pack.id)),
  });
  return (
    <main
      class="page packs"
      data-over={isOver}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        setOver(false);
        take(event.dataTransfer?.files[0]);
      }}
    >
      <PageHead title={say('packs.title')} here="packs" />
      <p class="hint">{say('packs.lead')}</p>
      <div class="drop">
        <p>{say('packs.drop')}</p>
        <label class="button file">
          {say('packs.file')}
          <input
            type="file"
            class="visually-hidden"
            data-field="pack-file"
            accept=".json,.gz,application/json,application/gzip"
            onChange={(event) => {
              take(event.currentTarget.files?.[0]);
              // Emptied, so that choosing the same file again after mending it is noticed.
              event.currentTarget.value = '';
            }}
          />
        </label>
      </div>
      {said === null ? null : <Outcome {...said} />}
      {problem === null ? null : <Notice tone="alert">{say('shared.refused', { reason: problem })}</Notice>}
      {packs.map((pack) => (
        <PackCard key={pack.id} pack={pack} actions={pack.isBundled ? null : actionsOf(pack, loaded.indexOf(pack))} />
      ))}
      {loaded.length > 0 ? null : <p class="hint">{say('packs.none')}</p>}
    </main>
  );
}
