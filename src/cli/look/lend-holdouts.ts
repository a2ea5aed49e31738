import type { OpenedHoldout, ReadHoldout } from '../../domain/holdout.ts';
import type { Problem } from '../../domain/problem.ts';
import { readHoldoutText } from '../../load/read-holdout-text.ts';
import { openHoldout } from '../../store/open-holdout.ts';
import type { Project } from '../open-project.ts';

/** A holdout that was opened; `isUnfit`: some of its cases do not fit the suite, its prompts or its graders as they are now. */
export type LentHoldout = OpenedHoldout & { isUnfit: boolean };

/**
 * Opens holdouts for the loader, and keeps what was opened under the name of its suite. Of a sealed one the loader tells
 * nothing of the cases: what does not fit is for the ledger, as any other end of a run.
 */
export function lendHoldouts(
  opened: Map<string, LentHoldout>,
): (at: Pick<Project, 'root' | 'env'>) => ReadHoldout {
  return ({ root, env }) =>
    async (which) => {
      const identity = env.EVALS_HOLDOUT_KEY;
      const { value, problems } = await openHoldout({ root, ...which, identity, parse: readHoldoutText });
      if (!value) return { value, problems };
      const lent = { ...value, isUnfit: false };
      opened.set(which.suite, lent);
      const { kind, text, files } = value;
      // What is in a frozen one anyone may read who means to; it is not to be met by chance.
      if (kind === 'frozen') return { value: { text, file: files.plain, isSecret: true }, problems };
      const hear = (found: readonly Problem[]) => {
        lent.isUnfit = found.some(({ severity }) => severity === 'error');
      };
      return { value: { text, file: files.sealed, isSecret: true, hear }, problems };
    };
}
