import type { JudgedOutput } from '../../analyze/calibration/judged-output.ts';
import type { Problem } from '../../domain/problem.ts';
import { problems } from '../../domain/problems.ts';
import { oneLine } from '../../text/one-line.ts';
import { percent } from '../../text/percent.ts';
import { truncate } from '../../text/truncate.ts';
import type { LabelledOutput } from './labelled-output.ts';

/** Of more outputs than this share the rest may be no fair sample. What was answered is in the cache, so asking again is cheap. */
const mostErrored = 0.05;
const longest = 200;

/** Why nothing can be said of a judge after all, question by question: it could not be asked, or said nothing. */
export function whyNoCalibration(
  questions: readonly (readonly LabelledOutput[])[],
  judged: readonly (readonly JudgedOutput[])[],
  redact: (text: string) => string,
): Problem | undefined {
  const shown = (text: string | undefined) => truncate(oneLine(redact(text ?? 'it was not asked')), longest);
  for (const [index, outputs] of judged.entries()) {
    const { suite, check } = questions[index]![0]!.group;
    const of = { suite, check, all: outputs.length };
    const silent = outputs.filter(({ judgement }) => judgement?.passed == null);
    const errored = silent.filter(({ judgement }) => (judgement?.failed.length ?? 0) > 0);
    if (errored.length / of.all > mostErrored) {
      const why = shown(errored[0]!.judgement!.failed[0]);
      return problems.calibrationErrored({
        ...of,
        errored: errored.length,
        why,
        most: percent(mostErrored, 0),
      });
    }
    if (silent.length === of.all)
      return problems.calibrationSilent({ ...of, why: shown(silent[0]!.judgement?.unread.at(-1)?.why) });
  }
  return undefined;
}
