import type { NamedTest, Tested } from '../../domain/comparison.ts';
import type { EarlyStop, LookedAt } from '../../domain/early-stop.ts';
import type { Judged } from '../gate/judge-pairs.ts';

/** Tests and plans for a number of cases that was fixed before: none of them holds where the answers chose it. */
const nothing = {
  notWorse: null,
  worse: null,
  worseAdjusted: null,
  different: null,
  midP: undefined,
  withheld: undefined,
  detectable: null,
  casesToPass: 0,
} satisfies Partial<Tested>;

function asSeen<T extends Tested>(tested: T, set: LookedAt | undefined): T {
  const { verdict = 'INCONCLUSIVE', low = -1, high = 1 } = set ?? {};
  return { ...tested, ...nothing, verdict, low, high, interval: 'confidence sequence' };
}

/** The verdict of an arm that was ended early, with the intervals that hold then; rates are of all that was asked. */
export function judgeEarly({ all, slices }: Judged, { verdict, sets }: EarlyStop): Judged {
  const setOf = (name?: string) => sets.find(({ slice }) => slice === name);
  return {
    verdict,
    all: asSeen(all, setOf()),
    slices: slices.map((one): NamedTest => {
      const set = setOf(one.name);
      return { ...asSeen(one, set), isTooSmall: set === undefined || set.isTooSmall === true };
    }),
  };
}
