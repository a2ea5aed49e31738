import type { Tested } from '../../domain/comparison.ts';
import type { GateOptions } from './gate-options.ts';
import type { GatePair } from './gate-pair.ts';
import { judgePairs } from './judge-pairs.ts';

/** What is known of a case before it is asked. */
export type ReachCase = Pick<GatePair, 'weight' | 'group' | 'tags'>;

/** What a set of cases can say at all. */
export type Reach = Pick<Tested, 'clusters' | 'leastCases' | 'casesToPass' | 'detectable' | 'withheld'> & {
  cases: number;
  /** A candidate that answers as the baseline does would PASS. */
  canPass: boolean;
  /** A candidate that fails everything the baseline passes would FAIL. */
  canFail: boolean;
};

export type NamedReach = Reach & { name: string; isTooSmall: boolean };

/** Of the gate as a whole, and of each set that it looks at. */
export type GateReach = { canPass: boolean; canFail: boolean; all: Reach; slices: NamedReach[] };

const toPair = (one: ReachCase, passed: number): GatePair => ({
  ...one,
  baseline: { passed: 1, of: 1, open: 0 },
  candidate: { passed, of: 1, open: 0 },
});

function toReach(unchanged: Tested, lost: Tested): Reach {
  const { pairs, clusters, leastCases, casesToPass, detectable, withheld } = unchanged;
  return {
    ...{ cases: pairs, clusters, leastCases, casesToPass, detectable },
    canPass: unchanged.verdict === 'PASS',
    canFail: lost.verdict === 'FAIL',
    ...(withheld === undefined ? {} : { withheld }),
  };
}

/**
 * What these cases can say before any is asked: the gate is tried with a candidate that changes nothing and with one that
 * fails all, so that it never promises what it would not do. `detectable` and `casesToPass` stand on the discordance
 * that is given; without one they are what could be had at best, when nothing else differs.
 */
export function gateReach(
  cases: readonly ReachCase[],
  options: GateOptions & { slices: readonly string[] },
): GateReach {
  const judge = (passed: number) =>
    judgePairs(
      cases.map((one) => toPair(one, passed)),
      options,
    );
  const [unchanged, lost] = [judge(1), judge(0)];
  return {
    canPass: unchanged.verdict === 'PASS',
    canFail: lost.verdict === 'FAIL',
    all: toReach(unchanged.all, lost.all),
    slices: unchanged.slices.map((slice, index) => ({
      ...toReach(slice, lost.slices[index]!),
      name: slice.name,
      isTooSmall: slice.isTooSmall,
    })),
  };
}
