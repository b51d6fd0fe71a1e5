/** The words and the language that a page of Dalel speaks, handed to its components by context. English until the settings are known. */
import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import { wordsFor, type Language, type SayWord } from '../../lib/words/words';

export interface Speech {
  readonly say: SayWord;
  readonly lang: Language;
}

export const SpeechContext = createContext<Speech>({ say: wordsFor('en'), lang: 'en' });

export function useSpeech(): Speech {
  return useContext(SpeechContext);
}
