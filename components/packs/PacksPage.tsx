/** The packs: what each holds and whose it is; loaded by file or drop, subscribed to, switched, ordered, undone, removed. */
import { useState } from 'preact/hooks';
import type { PackRow, UpdateOutcome } from '../../lib/messages/pack-rows';
import { readAddress } from '../../lib/packs/address';
import { Notice } from '../shared/Notice';
import { PageHead } from '../shared/PageHead';
import { useSpeech } from '../shared/speech';
import { reasonOf, sayReason, type Reason } from '../shared/reason';
import { PackCard, type PackActions } from './PackCard';
import { sayPackFault, type LoadOutcome } from './pack-fault';
import { SubscribeDialog, type Added } from './SubscribeDialog';
import { SubscribeForm } from './SubscribeForm';

export interface PacksPageProps {
  readonly packs: readonly PackRow[];
  /** Unpacks, checks and keeps a file. */
  readonly onFile: (file: File) => Promise<LoadOutcome>;
  readonly onSwitch: (id: string, on: boolean) => Promise<unknown>;
  readonly onMove: (id: string, by: -1 | 1) => Promise<unknown>;
  readonly onUndo: (id: string) => Promise<unknown>;
  /** With its subscription. */
  readonly onRemove: (id: string) => Promise<unknown>;
  /** Whether addresses of this very computer may be asked. */
  readonly isDeveloper: boolean;
  readonly onAsk: (address: string) => Promise<Added>;
  readonly onTake: (id: string) => Promise<UpdateOutcome>;
  readonly onLeave: (id: string) => Promise<unknown>;
  readonly onUpdate: (id: string) => Promise<UpdateOutcome>;
}

type Said = {
  readonly file: string;
  readonly outcome: LoadOutcome | { readonly kind: 'refused'; readonly reason: Reason };
};

function Outcome({ file, outcome }: Said) {
  const { say } = useSpeech();
  if ('kind' in outcome)
    return <Notice tone="alert">{say('shared.refused', { reason: sayReason(say, outcome.reason) })}</Notice>;
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

export function PacksPage(props: PacksPageProps) {
  const { packs, onFile, onSwitch, onMove, onUndo, onRemove, isDeveloper, onTake, onLeave, onUpdate } = props;
  const { say } = useSpeech();
  const [address, setAddress] = useState<string | null>(null);
  const [subscribed, setSubscribed] = useState<string | null>(null);
  const [said, setSaid] = useState<Said | null>(null);
  const [problem, setProblem] = useState<Reason | null>(null);
  const [isOver, setOver] = useState(false);
  const take = (file: File | undefined) => {
    if (file === undefined) return;
    onFile(file).then(
      (outcome) => setSaid({ file: file.name, outcome }),
      (error: unknown) => setSaid({ file: file.name, outcome: { kind: 'refused', reason: reasonOf(error) } }),
    );
  };
  const change = <T,>(done: Promise<T>): Promise<T> => {
    setProblem(null);
    done.catch((error: unknown) => setProblem(reasonOf(error)));
    return done;
  };
  /** The address that a pack names for its updates, where it could be subscribed to. */
  const updatesOf = ({ header, subscription, isBundled }: PackRow): string | null => {
    if (isBundled || subscription !== null || header.update === undefined || header.key === undefined) return null;
    const read = readAddress(header.update, isDeveloper);
    return read.ok ? read.address : null;
  };
  const loaded = packs.filter(({ isBundled }) => !isBundled);
  const actionsOf = (pack: PackRow, at: number): PackActions => {
    const updates = updatesOf(pack);
    return {
      onSwitch: (on) => void change(onSwitch(pack.id, on)),
      onUp: at > 0 ? () => void change(onMove(pack.id, -1)) : null,
      onDown: at < loaded.length - 1 ? () => void change(onMove(pack.id, 1)) : null,
      onUndo: pack.canUndo ? () => void change(onUndo(pack.id)) : null,
      onRemove: () => void change(onRemove(pack.id)),
      onSubscribe: updates === null ? null : () => setAddress(updates),
      onUpdate: () => change(onUpdate(pack.id)),
      onTake: () => void change(onTake(pack.id)),
      onLeave: () => void change(onLeave(pack.id)),
    };
  };
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
      <SubscribeForm isDeveloper={isDeveloper} onAddress={setAddress} />
      {address === null ? null : (
        <SubscribeDialog
          {...props}
          address={address}
          onClose={(title) => {
            setAddress(null);
            setSubscribed(title);
          }}
        />
      )}
      {subscribed === null ? null : <Notice tone="plain">{say('packs.subscribe.done', { title: subscribed })}</Notice>}
      {said === null ? null : <Outcome {...said} />}
      {problem === null ? null : (
        <Notice tone="alert">{say('shared.refused', { reason: sayReason(say, problem) })}</Notice>
      )}
      {packs.map((pack) => (
        <PackCard key={pack.id} pack={pack} actions={pack.isBundled ? null : actionsOf(pack, loaded.indexOf(pack))} />
      ))}
      {loaded.length > 0 ? null : <p class="hint">{say('packs.none')}</p>}
    </main>
  );
}
