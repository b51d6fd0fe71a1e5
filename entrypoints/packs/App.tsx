/** The page of packs at work: unpacks a file here, lets the background check and keep it, and asks again after every change. */
import { useCallback } from 'preact/hooks';
import { PacksPage } from '../../components/packs/PacksPage';
import type { LoadOutcome } from '../../components/packs/pack-fault';
import { Spoken } from '../../components/shared/Spoken';
import { StoreNotice } from '../../components/shared/StoreNotice';
import { useAnswer } from '../../components/shared/use-answer';
import { Waiting } from '../../components/shared/Waiting';
import { call } from '../../lib/messages/call';
import { STORE_CALLS } from '../../lib/messages/store-calls';
import { MAX_TEXT_BYTES, unpack } from '../../lib/packs/unpack';

async function askPacks() {
  const [settings, packs] = await Promise.all([call('settings/get', {}), call('packs/list', {})]);
  return { settings, packs };
}

async function load(file: File): Promise<LoadOutcome> {
  // Asked before it is read: a file of gigabytes is not taken into memory to be refused.
  if (file.size > MAX_TEXT_BYTES) return { ok: false, fault: { kind: 'text-too-large', most: MAX_TEXT_BYTES } };
  const unpacked = await unpack(new Uint8Array(await file.arrayBuffer()));
  return unpacked.ok ? call('packs/load', { text: unpacked.text, from: file.name.slice(0, 200) }) : unpacked;
}

export function App() {
  const { answer, again } = useAnswer(askPacks);
  const then = useCallback(async <T,>(done: Promise<T>): Promise<T> => done.finally(again), [again]);
  if (answer.state !== 'ready') {
    return (
      <Spoken setting="auto" title="packs.title">
        <Waiting answer={answer} onRetry={again} />
      </Spoken>
    );
  }
  const { settings, packs } = answer.value;
  return (
    <Spoken setting={settings.language} title="packs.title">
      <StoreNotice {...STORE_CALLS} onChanged={again} />
      <PacksPage
        packs={packs}
        onFile={(file) => then(load(file))}
        onSwitch={(id, on) => then(call('packs/set', { id, on }))}
        onMove={(id, by) => then(call('packs/move', { id, by }))}
        onUndo={(id) => then(call('packs/undo', { id }))}
        onRemove={(id) => then(call('packs/remove', { id }))}
        isDeveloper={settings.developerSubscriptions}
        onAsk={(address) => call('subscriptions/add', { address })}
        onTake={(id) => then(call('subscriptions/take', { id }))}
        onLeave={(id) => then(call('subscriptions/leave', { id }))}
        onUpdate={(id) => then(call('subscriptions/update', { id }))}
      />
    </Spoken>
  );
}
