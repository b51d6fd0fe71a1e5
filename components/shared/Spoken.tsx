/**
 * Gives everything inside it the words of the language that is set, and tells the document which language that is.
 * Draws nothing until the first words are there; while others are on their way, the page speaks as before.
 */
import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { Settings } from '../../lib/settings/settings';
import { resolveLanguage } from '../../lib/words/languages';
import { loadedWords, loadWords } from '../../lib/words/load-words';
import type { Language, WordKey } from '../../lib/words/words';
import { SpeechContext } from './speech';

export interface SpokenProps {
  readonly setting: Settings['language'];
  /** The key of the document's title. */
  readonly title: WordKey;
  readonly children: ComponentChildren;
}

export function Spoken({ setting, title, children }: SpokenProps) {
  const wanted = resolveLanguage(setting, navigator.languages);
  const [loading, setLoading] = useState<{ readonly fault: unknown }>({ fault: null });
  const before = useRef<Language>(wanted);
  // At once, and not after a frame: there is none before there are words.
  useLayoutEffect(() => {
    if (loadedWords(wanted) !== null) return;
    loadWords(wanted).then(
      () => setLoading({ fault: null }),
      (fault: unknown) => setLoading({ fault }),
    );
  }, [wanted]);
  // The page's own files are gone under it, as after an update: the browser's log is to have that.
  if (loading.fault !== null) throw loading.fault;
  const lang = loadedWords(wanted) === null ? before.current : wanted;
  before.current = lang;
  const say = loadedWords(lang);
  const speech = useMemo(() => (say === null ? null : { say, lang }), [say, lang]);
  useLayoutEffect(() => {
    if (speech === null) return;
    document.documentElement.lang = speech.lang;
    document.title = speech.say(title);
  }, [speech, title]);
  return speech === null ? null : <SpeechContext.Provider value={speech}>{children}</SpeechContext.Provider>;
}
