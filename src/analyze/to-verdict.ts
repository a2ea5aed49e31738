import { exitCode } from '../domain/exit-code.ts';
import type { Gate } from '../domain/gate.ts';
import type { Ruling, SuiteSummary } from '../domain/summary.ts';

/**
 * The worst ruling decides: a failure that is proven (1), then a baseline that is stale and what could not be decided
 * (3), then what the cases cannot tell, of which the gate says whether it blocks (3) or not (0).
 */
export function toVerdict(
  rulings: readonly Ruling[],
  { inconclusive }: Pick<Gate, 'inconclusive'>,
): Pick<SuiteSummary, 'verdict' | 'exitCode'> {
  const has = (verdict: Ruling['verdict']) => rulings.some((ruling) => ruling.verdict === verdict);
  const isStale = rulings.some(({ rule, verdict }) => rule === 'stale' && verdict === 'incomplete');
  if (has('fail')) return { verdict: 'FAIL', exitCode: exitCode.gateFailed };
  if (isStale) return { verdict: 'STALE', exitCode: exitCode.incomplete };
  if (has('incomplete')) return { verdict: 'INCOMPLETE', exitCode: exitCode.incomplete };
  if (!has('inconclusive')) return { verdict: 'PASS', exitCode: exitCode.done };
  const code = inconclusive === 'fail' ? exitCode.incomplete : exitCode.done;
  return { verdict: 'INCONCLUSIVE', exitCode: code };
}
