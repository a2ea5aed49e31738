import { labelScale } from '../../analyze/calibration/label-scale.ts';
import { personsVerdict } from '../../analyze/calibration/persons-verdict.ts';
import type { Problem } from '../../domain/problem.ts';
import { problems } from '../../domain/problems.ts';
import type { LabelledOutput } from './labelled-output.ts';
import { scaleOf } from './scale-of.ts';

/** A problem where persons agree on none of a question's outputs: then there is nothing to hold the judge against. */
export function whyUndecided(outputs: readonly LabelledOutput[]): Problem[] {
  const isDecided = ({ group, check }: LabelledOutput) => {
    const votes = group.lines.map(({ label: { rater, label } }) => ({ rater, label }));
    return personsVerdict(votes, labelScale(scaleOf(check))).truth !== null;
  };
  const { suite, check } = outputs[0]!.group;
  return outputs.some(isDecided) ? [] : [problems.labelsUndecided({ suite, check, all: outputs.length })];
}
