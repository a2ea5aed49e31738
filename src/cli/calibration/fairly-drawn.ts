import type { Problem } from '../../domain/problem.ts';
import { problems } from '../../domain/problems.ts';
import type { LabelledOutput } from './labelled-output.ts';
import { pickOf } from './pick-of.ts';

/** The outputs of one question by which a judge can be measured, and what is to be said of the others. */
export type FairlyDrawn = { outputs: LabelledOutput[]; problems: Problem[] };

const isPicked = ({ group }: LabelledOutput) => ['discordant', 'concordant'].includes(pickOf(group) ?? '');

/**
 * Leaves out what an audit picked: it has all outputs on which the judge's verdicts differ, where it errs more often than
 * elsewhere. Where there is nothing else these are taken, as a judge that looks worse than it is misleads nobody.
 */
export function fairlyDrawn(outputs: readonly LabelledOutput[]): FairlyDrawn {
  const picked = outputs.filter(isPicked).length;
  const others = outputs.filter((one) => !isPicked(one));
  if (picked === 0) return { outputs: others, problems: [] };
  const problem = problems.labelsPicked({ picked, all: outputs.length });
  return { outputs: others.length > 0 ? others : [...outputs], problems: [problem] };
}
