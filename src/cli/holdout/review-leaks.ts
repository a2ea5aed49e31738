import { casePlaces } from '../../analyze/leaks/case-places.ts';
import { findLeaks } from '../../analyze/leaks/find-leaks.ts';
import type { Hidden, LeakPlace } from '../../analyze/leaks/leak.ts';
import { leakTexts } from '../../analyze/leaks/leak-texts.ts';
import { type LeakReview, toLeakReview } from '../../analyze/leaks/to-leak-review.ts';
import type { Case } from '../../domain/case.ts';
import type { HoldoutLock } from '../../domain/holdout.ts';
import { graderTexts } from '../../load/grader-texts.ts';
import { visibleTexts } from '../../load/visible-texts.ts';
import { holdoutText } from '../../store/holdout/holdout-text.ts';
import { openSealed } from '../../store/holdout/open-sealed.ts';
import type { ReviewedHoldout, SealedHoldout } from '../../store/holdout/review-holdout.ts';
import { Refusal } from '../refusal.ts';
import type { ChosenHoldout } from './choose-holdouts.ts';
import { loadHeld } from './load-held.ts';
import { review } from './review.ts';

/**
 * Looks for copies of a holdout's cases in what anyone can see: the suite's own cases, prompts, rubrics and documents. Of a
 * sealed one by the fingerprints in its lock; by the texts themselves where a key is at hand and `isOpened`. Whoever may only
 * push a prompt and read what CI says of it learns no more by fingerprints than the lock tells everyone. Undefined for one
 * that was opened for good, and is a holdout no more. Throws `Refusal`.
 */
export async function reviewLeaks(chosen: ChosenHoldout, isOpened = false): Promise<LeakReview | undefined> {
  const seen = await review(chosen);
  if (seen.state === 'retired') return undefined;
  const own = await loadHeld(chosen);
  const { hidden, ...size } = await hiddenOf(seen, own.cases, { ...chosen, isOpened });
  const { suite, suiteFile, root } = chosen;
  const dev = own.cases.flatMap(casePlaces);
  const graders = graderTexts(suiteFile.source).map((one) => ({ name: suiteFile.file, ...one }));
  const visible = (await visibleTexts(root)).filter(({ file }) => !Object.values(seen.files).includes(file));
  const files: LeakPlace[] = [...graders, ...visible.map(({ file, text }) => ({ name: file, text }))];
  return toLeakReview({
    suite,
    suiteFile: suiteFile.file,
    ofCases: findLeaks(hidden, dev),
    ofFiles: findLeaks(hidden, files),
    ...size,
  });
}

/** What is looked for, and in how many parts. */
type HiddenSet = Pick<LeakReview, 'of' | 'unit'> & { hidden: Hidden; isSecret: boolean };

async function hiddenOf(
  seen: ReviewedHoldout,
  own: readonly Case[],
  chosen: ChosenHoldout & { isOpened: boolean },
): Promise<HiddenSet> {
  const opened =
    'messages' in seen ? await openIfPossible(seen, chosen) : { text: seen.text, isSecret: false };
  if (!opened) {
    const { fingerprints, key } = (seen.lock as HoldoutLock).sealed!;
    return { hidden: { fingerprints, key }, of: fingerprints.texts.length, unit: 'text', isSecret: true };
  }
  const { text, isSecret } = opened;
  const { cases } = await loadHeld(chosen, {
    text,
    file: seen.files[isSecret ? 'sealed' : 'plain'],
    isSecret,
  });
  return { hidden: { texts: leakTexts(cases, own) }, of: cases.length, unit: 'case', isSecret };
}

/** The text of a sealed holdout; undefined where no key for it is at hand. */
async function openIfPossible(
  seen: SealedHoldout,
  { env, isOpened }: ChosenHoldout & { isOpened: boolean },
): Promise<{ text: string; isSecret: boolean } | undefined> {
  if (!isOpened) return undefined;
  const { value, problems } = await openSealed({ ...seen, identity: env.EVALS_HOLDOUT_KEY });
  if (value) return { text: holdoutText(value.content), isSecret: true };
  if (problems.every(({ code }) => code.startsWith('holdout-key-'))) return undefined;
  throw new Refusal(problems);
}
