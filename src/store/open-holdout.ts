import type { HoldoutRequest, OpenedHoldout } from '../domain/holdout.ts';
import type { Checked, Problem } from '../domain/problem.ts';
import { problems } from '../domain/problems.ts';
import { holdoutText } from './holdout/holdout-text.ts';
import { openSealed } from './holdout/open-sealed.ts';
import {
  type ParseHoldout,
  type PlainHoldout,
  reviewHoldout,
  type SealedHoldout,
} from './holdout/review-holdout.ts';

/** What is needed to open one: the secret age keys, as `EVALS_HOLDOUT_KEY` has them, and the loader's reader of YAML. */
export type OpenRequest = HoldoutRequest & { identity?: string | undefined; parse: ParseHoldout };

/**
 * Opens a holdout in memory for a run that looks at it, or says why it may not be used. Writes nothing, and never rejects
 * because of what a file says.
 */
export async function openHoldout(request: OpenRequest): Promise<Checked<OpenedHoldout>> {
  const { suite, identity } = request;
  const { value: seen, problems: found } = await reviewHoldout(request);
  if (!seen) return { value: undefined, problems: found };
  return 'messages' in seen ? openOne({ ...seen, suite, identity }) : usePlain({ ...seen, suite });
}

function usePlain(seen: PlainHoldout & { suite: string }): Checked<OpenedHoldout> {
  const { state, suite, files, text, content } = seen;
  if (state === 'frozen')
    return { value: { kind: state, lock: seen.lock, text, content, files }, problems: [] };
  const isThawed = state === 'thawed';
  return refused(problems.holdoutLoose({ suite, plain: files.plain, isThawed, isRun: true }));
}

async function openOne(
  seen: SealedHoldout & { suite: string; identity: string | undefined },
): Promise<Checked<OpenedHoldout>> {
  const { state, suite, files, lock } = seen;
  const { at } = lock.records.at(-1)!;
  if (state === 'retired')
    return refused(problems.holdoutRetired({ suite, file: files.sealed, at, isRun: true }));
  const opened = await openSealed(seen);
  if (!opened.value) return { value: undefined, problems: opened.problems };
  const { content } = opened.value;
  return { value: { kind: state, lock, text: holdoutText(content), content, files }, problems: [] };
}

const refused = (found: Problem): Checked<never> => ({ value: undefined, problems: [found] });
