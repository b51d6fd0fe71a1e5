/** A page's claims as plain text: what is claimed, and in whose words it is denied, doubted or confirmed. */
import type { RecapEntry, RecapVoice } from '../../lib/messages/protocol';
import { sayDate } from '../../lib/words/dates';
import type { Language, SayWord, WordKey } from '../../lib/words/words';

const VOICE_KEYS: Readonly<Record<RecapVoice['kind'], WordKey>> = {
  denial: 'recap.denial',
  doubt: 'recap.doubt',
  support: 'recap.support',
  confirmation: 'recap.confirmation',
  report: 'recap.report',
  comment: 'recap.comment',
};

/** "Denied by Kazspetsexport, 28 Apr 2024." */
export function sayVoices({ voices }: RecapEntry, say: SayWord, lang: Language): string {
  if (voices.length === 0) return say('recap.nobody');
  const parts = voices.map(({ kind, speaker, date }) => {
    const words = say(VOICE_KEYS[kind], { speaker });
    return date === null ? words : say('recap.dated', { words, date: sayDate(date, lang) });
  });
  return `${parts.join('; ')}.`;
}

/** The whole recap, for the clipboard. `host` names the site that was read, and no more of its address. */
export function sayRecap(entries: readonly RecapEntry[], host: string, say: SayWord, lang: Language): string {
  const lines = entries.map(
    (entry) => `• ${entry.proposition}\n  ${say(`status.${entry.status}`)}. ${sayVoices(entry, say, lang)}`,
  );
  return [say('recap.title', { host }), ...lines, say('popup.unchecked')].join('\n\n');
}
