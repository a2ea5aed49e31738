import type { CheckHoldout } from '../../domain/holdout.ts';
import { problems } from '../../domain/problems.ts';
import { readHoldoutText } from '../../load/read-holdout-text.ts';

/** What the loader asks of each suite that names a holdout: whether its files belong together. None is opened. */
export function holdoutChecker(root: string): CheckHoldout {
  return async ({ suite, file }) => {
    // Most projects have no holdout.
    const { reviewHoldout } = await import('../../store/holdout/review-holdout.ts');
    const { value: seen, problems: found } = await reviewHoldout({
      root,
      suite,
      file,
      parse: readHoldoutText,
    });
    if (!seen) return found;
    const { files, state, lock } = seen;
    if (state === 'loose' || state === 'thawed')
      return [problems.holdoutLoose({ suite, plain: files.plain, isThawed: state === 'thawed' })];
    if (state !== 'retired') return [];
    return [problems.holdoutRetired({ suite, file: files.sealed, at: lock!.records.at(-1)!.at })];
  };
}
