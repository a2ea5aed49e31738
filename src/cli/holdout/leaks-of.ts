import type { Problem } from '../../domain/problem.ts';
import type { Suite } from '../../domain/suite.ts';
import type { World } from '../world.ts';

/** What is known of the holdouts of these suites in what anyone can see, as warnings. */
export async function leaksOf(
  suites: readonly Pick<Suite, 'name' | 'holdout'>[],
  world: World,
): Promise<Problem[]> {
  const names = suites.filter(({ holdout }) => holdout !== undefined).map(({ name }) => name);
  if (names.length === 0) return [];
  const [{ chooseHoldouts }, { reviewLeaks }, { leakSentences }] = await Promise.all([
    import('./choose-holdouts.ts'),
    import('./review-leaks.ts'),
    import('./leak-sentences.ts'),
  ]);
  const found: Problem[] = [];
  for (const one of await chooseHoldouts(names, world)) {
    const review = await reviewLeaks(one);
    if (review) found.push(...leakSentences(review, true));
  }
  return found;
}
