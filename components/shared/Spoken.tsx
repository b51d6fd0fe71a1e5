/** Gives everything inside it the words of the language that is set, and tells the document which language that is. */
import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useMemo } from 'preact/hooks';
import type { Settings } from '../../lib/settings/settings';
import { resolveLanguage, wordsFor, type WordKey } from '../../lib/words/words';
import { SpeechContext } from './speech';

export interface SpokenProps {
  readonly setting: Settings['language'];
  /** The key of the document's title. */
  readonly title: WordKey;
  readonly children: ComponentChildren;
}

export function Spoken({ setting, title, children }: SpokenProps) {
  const lang = resolveLanguage(setting, navigator.languages);
  const speech = useMemo(() => ({ say: wordsFor(lang), lang }), [lang]);
  useLayoutEffect(() => {
    document.documentElement.lang = lang;
    document.title = speech.say(title);
  }, [lang, speech, title]);
  return <SpeechContext.Provider value={speech}>{children}</SpeechContext.Provider>;
}
