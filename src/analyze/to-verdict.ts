import { exitCode } from '../domain/exit-code.ts';
import type { Ruling, SuiteSummary } from '../domain/summary.ts';

/** The worst ruling decides: a failure that is proven (1) comes before what could not be decided (3). */
export function toVerdict(rulings: readonly Ruling[]): Pick<SuiteSummary, 'verdict' | 'exitCode'> {
  const has = (verdict: Ruling['verdict']) => rulings.some((ruling) => ruling.verdict === verdict);
  if (has('fail')) return { verdict: 'FAIL', exitCode: exitCode.gateFailed };
  if (has('incomplete')) return { verdict: 'INCOMPLETE', exitCode: exitCode.incomplete };
  return { verdict: 'PASS', exitCode: exitCode.done };
}
