/** The keyboard shortcuts as the browser has them, and the way to where it lets a person change them. */
import { useSpeech } from '../shared/speech';
import type { WordKey } from '../../lib/words/words';

export interface Shortcut {
  readonly command: 'popup' | 'next-mention' | 'previous-mention' | 'toggle-site';
  /** As the browser writes it; empty where none is set. */
  readonly keys: string;
}

const COMMAND_KEYS: Readonly<Record<Shortcut['command'], WordKey>> = {
  popup: 'options.shortcuts.popup',
  'next-mention': 'options.shortcuts.next',
  'previous-mention': 'options.shortcuts.previous',
  'toggle-site': 'options.shortcuts.toggle',
};

export interface ShortcutsProps {
  readonly shortcuts: readonly Shortcut[];
  readonly onOpen: () => void;
}

export function Shortcuts({ shortcuts, onOpen }: ShortcutsProps) {
  const { say } = useSpeech();
  return (
    <>
      <dl class="rows">
        {shortcuts.map(({ command, keys }) => (
          <div key={command} class="row">
            <dt>{say(COMMAND_KEYS[command])}</dt>
            <dd>{keys === '' ? <span class="hint">{say('options.shortcuts.none')}</span> : <kbd>{keys}</kbd>}</dd>
          </div>
        ))}
      </dl>
      <div class="actions">
        <button type="button" class="button" data-action="shortcuts" onClick={onOpen}>
          {say('options.shortcuts.change')}
        </button>
      </div>
    </>
  );
}
