import { rankLanguages } from '../text/rank-languages.ts';

/** The language (ISO 639-1) of a text, where it is one of those that are known; English where nothing speaks for another. */
export function spokenIn(text: string, known: readonly string[]): string {
  const { ranks, evidence } = rankLanguages(text);
  const code = ranks[0]?.code;
  return code !== undefined && evidence > 0 && known.includes(code) ? code : 'en';
}
