import type { GateVerdict, NamedTest, Tested } from '../../domain/comparison.ts';

/**
 * What overall and slices say together. One that is proven worse is a FAIL; PASS needs all, but for slices that are too
 * small to say so.
 */
export function verdictOf({ all, slices }: { all: Tested; slices: readonly NamedTest[] }): GateVerdict {
  if ([all, ...slices].some(({ verdict }) => verdict === 'FAIL')) return 'FAIL';
  const asked = [all, ...slices.filter((slice) => !slice.isTooSmall)];
  return asked.every(({ verdict }) => verdict === 'PASS') ? 'PASS' : 'INCONCLUSIVE';
}
