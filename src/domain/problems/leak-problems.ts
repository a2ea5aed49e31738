import { count } from '../../text/count.ts';
import { percent } from '../../text/percent.ts';
import { type At, say } from './say.ts';

/** How a text of a holdout stands somewhere else. */
type Copied = {
  kind: 'exact' | 'near' | 'contained';
  likeness?: number | undefined;
  of?: string | undefined;
  isAnswer?: boolean;
};

/** A copy in a case of the suite, or in a line of a file. */
type Where = { id: string; suiteFile: string } | { file: string; line: number };

function told({ kind, likeness, of, isAnswer }: Copied): string {
  const what = `${isAnswer ? 'the answer of ' : ''}${of === undefined ? 'a holdout case' : `the holdout case "${of}"`}`;
  if (kind === 'exact') return `repeats ${what}`;
  if (kind === 'contained') return `quotes ${what}`;
  return `is ${percent(likeness ?? 0.5, 0)} like ${what}`;
}

/** What of a holdout is known outside of it. No sentence holds a word of its cases. */
export const leakProblems = {
  holdoutLeak: (x: At & { where: Where } & Copied) => {
    const place =
      'id' in x.where
        ? `Case "${x.where.id}" of ${x.where.suiteFile}`
        : `Line ${x.where.line} of ${x.where.file}`;
    const hint =
      'id' in x.where
        ? 'Take one of the two out: who fits to the one fits to the other.'
        : 'Take it out, and write another example: a prompt that has seen a case passes it for nothing.';
    return say.warning('holdout-leak', `${place} ${told(x)}.`, hint, x);
  },
  holdoutLeaksMore: (x: At & { suite: string; more: number }) =>
    say.warning(
      'holdout-leaks-more',
      `${count(x.more, 'more copy', 'more copies')} of the holdout of ${x.suite}.`,
      undefined,
      x,
    ),
  holdoutSpoilt: (
    x: At & { suite: string; contaminated: number; of: number; unit: 'case' | 'text'; isWarning?: boolean },
  ) => {
    const stands = x.contaminated === 1 ? 'stands' : 'stand';
    const text = `The holdout of ${x.suite} is known: ${x.contaminated} of its ${count(x.of, x.unit)} ${stands} in what anyone can see. In a prompt there may be none, elsewhere 1 % of them.`;
    const hint = 'Take the copies out; or take these cases out of the holdout, and write new ones.';
    return x.isWarning
      ? say.warning('holdout-spoilt', text, hint, x)
      : say.error('holdout-spoilt', text, hint, x);
  },
  canarySaid: (x: At & { suite: string; model: string }) =>
    say.warning(
      'canary-said',
      `${x.model} said the canary of the holdout of ${x.suite}: it has seen that file, in its training or while it answered, and what it gets right there says nothing.`,
      'Ask a model that has not; seal a new set; and see how the file got out.',
      x,
    ),
};
