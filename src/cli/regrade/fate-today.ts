import type { TrialRow } from '../../domain/trial-row.ts';
import type { Today } from './today.ts';

/**
 * A stored answer held against the suites of today. It `holds` where its case is there and is what it was: a case that
 * was edited is another case, and the answer is none to it.
 */
export type FateToday = 'holds' | 'suite-gone' | 'case-gone' | 'case-edited' | 'prompt-gone';

/** As the loader names it. */
const ofPrompt = 'output-schema';

export function fateToday(row: TrialRow, { cases, checksOf }: Pick<Today, 'cases' | 'checksOf'>): FateToday {
  const suite = cases.get(row.suite);
  if (!suite) return 'suite-gone';
  const planned = suite.get(row.case);
  if (!planned) return 'case-gone';
  if (planned.digest !== row.caseDigest) return 'case-edited';
  const wasByPrompt = row.grades.some(({ name, grader }) => name === ofPrompt && grader === 'json-schema');
  return wasByPrompt && checksOf(row) === undefined ? 'prompt-gone' : 'holds';
}
