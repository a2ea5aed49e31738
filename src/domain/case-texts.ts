import { canonicalJson } from '../text/canonical-json.ts';
import type { Case } from './case.ts';

/** The variables of a case as texts, by name, to be compared with another case's; what is no text is JSON. */
export function caseTexts({ vars }: Pick<Case, 'vars'>): Record<string, string> {
  const texts = Object.entries(vars).map(([name, value]) => [
    name,
    typeof value === 'string' ? value : canonicalJson(value),
  ]);
  return Object.fromEntries(texts);
}
