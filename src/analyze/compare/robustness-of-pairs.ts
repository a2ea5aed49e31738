import type { CaseResult } from '../../domain/case-result.ts';
import type { RobustChange } from '../../domain/robustness.ts';
import { robustChanges } from '../robustness/robust-changes.ts';
import type { Variant } from '../robustness/variant.ts';
import type { CasePair } from './pair-cases.ts';

const came = ({ passed, of }: CaseResult) => (of === 0 ? undefined : passed * 2 > of);

/** What became of robustness over cases that both sides have; a variant whose parent has no pair is left out. */
export function robustnessOfPairs(pairs: readonly CasePair[], variants: readonly Variant[]): RobustChange[] {
  if (variants.length === 0) return [];
  const byId = new Map(pairs.map((pair) => [pair.id, pair]));
  const known = variants.filter(({ id, parent }) => byId.has(id) && byId.has(parent));
  return robustChanges(known, {
    before: (id) => came(byId.get(id)!.baseline),
    after: (id) => came(byId.get(id)!.candidate),
  });
}
