import { readHoldoutText } from '../../load/read-holdout-text.ts';
import { type ReviewedHoldout, reviewHoldout } from '../../store/holdout/review-holdout.ts';
import { Refusal } from '../refusal.ts';
import type { ChosenHoldout } from './choose-holdouts.ts';

/** What the files of a holdout are, unopened. Throws a `Refusal` where they do not belong together. */
export async function review({
  root,
  suite,
  file,
}: Pick<ChosenHoldout, 'root' | 'suite' | 'file'>): Promise<ReviewedHoldout> {
  const { value, problems } = await reviewHoldout({ root, suite, file, parse: readHoldoutText });
  if (!value) throw new Refusal(problems);
  return value;
}
