/** The words and the language that a page of Dalel speaks, handed to its components by context. */
import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { Language, SayWord } from '../../lib/words/words';

export interface Speech {
  readonly say: SayWord;
  readonly lang: Language;
}

export const SpeechContext = createContext<Speech | null>(null);

export function useSpeech(): Speech {
  const speech = useContext(SpeechContext);
  if (speech === null) throw new Error('A component of a page was drawn outside of Spoken');
  return speech;
}
