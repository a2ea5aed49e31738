import type { LabelledOutput } from './labelled-output.ts';

/**
 * The outputs apart by their question: cases of a suite may have graders of their own that share a name, and each that
 * asks something else is calibrated by itself. In the order in which they first come.
 */
export function byQuestion(outputs: readonly LabelledOutput[]): LabelledOutput[][] {
  const questions = new Map<string, LabelledOutput[]>();
  for (const output of outputs) {
    const { suite, check } = output.group;
    const key = JSON.stringify([suite, check, output.check.judging.digest]);
    questions.set(key, [...(questions.get(key) ?? []), output]);
  }
  return [...questions.values()];
}
