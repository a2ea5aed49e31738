import { printProblems } from '../print-problems.ts';
import { Refusal } from '../refusal.ts';
import type { World } from '../world.ts';
import { chooseHoldouts } from './choose-holdouts.ts';
import { leakSentences } from './leak-sentences.ts';
import { reviewLeaks } from './review-leaks.ts';

/** Before holdouts are asked: shows what of them stands elsewhere, and throws a `Refusal` where one is known too well to measure anything. */
export async function refuseSpoilt(suites: readonly string[], world: World): Promise<void> {
  for (const chosen of await chooseHoldouts(suites, world)) {
    const review = await reviewLeaks(chosen);
    const found = review ? leakSentences(review, false) : [];
    if (found.some(({ severity }) => severity === 'error')) throw new Refusal(found);
    await printProblems(found, world);
  }
}
