import type { Json } from '../../domain/json.ts';
import type { Run, RunSuite } from '../../domain/run.ts';
import { isMap } from '../../text/is-map.ts';
import type { StoredReview } from './review-stored.ts';

/**
 * The header of a run that grades `before` again. Who answered, how often, and what was chosen is of that run; gate,
 * judges, quarantine and the number of cases in a suite are of today, as `now` has them.
 */
export function regradedHeader(
  before: Run,
  now: Run,
  { without, isWithoutPrompt }: StoredReview,
  judge: string | undefined,
): Run {
  const suites = now.suites.flatMap((suite): RunSuite[] => {
    const was = before.suites.find(({ name }) => name === suite.name);
    const arms = (was?.arms ?? []).filter(({ id }) => !isWithoutPrompt({ suite: suite.name, arm: id }));
    if (!was || arms.length === 0) return [];
    const cases = was.cases - (without.get(suite.name)?.size ?? 0);
    return [{ ...suite, arms, repeat: was.repeat, cases }];
  });
  const { selection } = before;
  const chosen = isMap(before.chosen) ? ({ ...before.chosen, judge } as Json) : before.chosen;
  const trials = suites.reduce((sum, { cases, arms, repeat }) => sum + cases * arms.length * repeat, 0);
  return { ...now, selection, chosen, regrades: before.id, suites, trials };
}
