/** Settings to the few that a page needs. */
import type { PageSettings } from '../messages/protocol';
import { resolveLanguage } from '../words/languages';
import type { Settings } from './settings';

/** Findings below this are not shown. `normal` is what the scanner prints as well. */
export const CONFIDENCE: Readonly<Record<Settings['confidence'], number>> = { quiet: 0.85, normal: 0.6, thorough: 0.4 };

/** `browserLanguage` is the browser's own, as a language tag. */
export function toPageSettings(settings: Settings, browserLanguage: string): PageSettings {
  return {
    openBy: settings.openBy,
    restMs: settings.restMs,
    loudness: settings.loudness,
    minConfidence: CONFIDENCE[settings.confidence],
    screenReader: settings.screenReader,
    language: resolveLanguage(settings.language, [browserLanguage]),
  };
}
