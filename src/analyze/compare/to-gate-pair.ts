import type { GatePair } from '../gate/gate-pair.ts';
import type { CasePair } from './pair-cases.ts';

/** What the gate needs of a pair. Weight, group and tags are those that the pair counts with. */
export function toGatePair({ baseline, candidate }: CasePair): GatePair {
  const { weight, group, tags } = candidate;
  return { baseline, candidate, weight, tags, ...(group === undefined ? {} : { group }) };
}
