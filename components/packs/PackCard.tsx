/** One pack: its header, what its last update changed, and what can be done with it. */
import type { ClaimChange } from '../../lib/packs/diff';
import type { PackRow } from '../../lib/messages/pack-rows';
import { sayDate } from '../../lib/words/dates';
import { OutLink } from '../shared/OutLink';
import { StatusMark } from '../shared/StatusMark';
import { useSpeech } from '../shared/speech';
import { Switch } from '../shared/Switch';

export interface PackActions {
  readonly onSwitch: (on: boolean) => void;
  /** Null where it stands first, or last. */
  readonly onUp: (() => void) | null;
  readonly onDown: (() => void) | null;
  /** Null where no earlier revision is kept. */
  readonly onUndo: (() => void) | null;
  readonly onRemove: () => void;
}

export interface PackCardProps {
  readonly pack: PackRow;
  /** Null for the pack that came with Dalel. */
  readonly actions: PackActions | null;
}

function Facts({ pack }: { readonly pack: PackRow }) {
  const { say, lang } = useSpeech();
  const { header, from, loadedAt, fingerprint, isBundled } = pack;
  const { counts, measured } = header;
  const percent = (share: number) => Math.round(share * 100);
  const facts = [
    [say('packs.revision'), `${header.revision} · ${sayDate(header.date, lang)}`],
    [say('packs.counts'), say('packs.counts.value', { n: counts.claims, sources: counts.sources })],
    [say('packs.languages'), header.languages.join(', ')],
    [say('packs.editor'), header.editor],
    [say('packs.licence'), header.licence],
    ...(header.homepage === undefined
      ? []
      : [
          [
            say('packs.homepage'),
            <OutLink key="homepage" address={header.homepage}>
              {header.homepage}
            </OutLink>,
          ] as const,
        ]),
    [
      say('packs.measured'),
      measured === undefined
        ? say('packs.measured.none')
        : say('packs.measured.value', {
            precision: percent(measured.precision),
            recall: percent(measured.recall),
            on: measured.on,
          }),
    ],
    ...(isBundled ? [] : [[say('packs.key'), fingerprint ?? say('packs.key.none')] as const]),
    ...(header.expires === undefined ? [] : [[say('packs.expires'), sayDate(header.expires, lang)] as const]),
    ...(loadedAt === '' ? [] : [[say('packs.updated'), `${sayDate(loadedAt.slice(0, 10), lang)} · ${from}`] as const]),
  ] as const;
  return (
    <dl class="captured">
      {facts.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd dir="auto">{value}</dd>
        </div>
      ))}
    </dl>
  );
}

function Change({ change }: { readonly change: ClaimChange }) {
  const { say, lang } = useSpeech();
  const proposition = change.proposition[lang] ?? change.proposition.en;
  return (
    <li data-change={change.kind}>
      <b>{say(`packs.change.${change.kind}`)}</b> <span dir="auto">{proposition}</span>
      {change.kind === 'status' ? (
        <span class="from-to">
          <StatusMark status={change.before} /> → <StatusMark status={change.after} />
        </span>
      ) : null}
    </li>
  );
}

export function PackCard({ pack, actions }: PackCardProps) {
  const { say, lang } = useSpeech();
  const { header, isOn, changes } = pack;
  const title = header.title[lang] ?? header.title.en;
  const action = (name: 'up' | 'down' | 'undo' | 'remove', run: (() => void) | null) =>
    run === null ? null : (
      <button
        type="button"
        class="quiet-button"
        data-action={`${name}:${pack.id}`}
        aria-label={`${say(`packs.${name}`)}: ${title}`}
        onClick={run}
      >
        {say(`packs.${name}`)}
      </button>
    );
  return (
    <section class="pack" data-pack={pack.id} aria-labelledby={`pack-${pack.id}`}>
      <h2 id={`pack-${pack.id}`} dir="auto">
        {title}
      </h2>
      {actions === null ? (
        <p class="hint">{say('packs.bundled')}</p>
      ) : (
        <Switch
          label={say('packs.on')}
          name={`${say('packs.on')}: ${title}`}
          on={isOn}
          of={`pack:${pack.id}`}
          onChange={actions.onSwitch}
        />
      )}
      <Facts pack={pack} />
      {changes === null ? null : (
        <details class="changes">
          <summary>{say('packs.changes', { n: changes.length })}</summary>
          <ul>
            {changes.map((change) => (
              <Change key={change.id} change={change} />
            ))}
          </ul>
        </details>
      )}
      {actions === null ? null : (
        <div class="row-actions">
          {action('up', actions.onUp)}
          {action('down', actions.onDown)}
          {action('undo', actions.onUndo)}
          {action('remove', actions.onRemove)}
        </div>
      )}
    </section>
  );
}
