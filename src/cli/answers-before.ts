import type { Baseline, BaselineLane } from '../domain/baseline.ts';
import { needsBefore } from '../domain/needs-before.ts';
import type { Grading } from '../execute/grade-outcome.ts';
import { JournalError } from '../store/journal-error.ts';
import { listRuns } from '../store/list-runs.ts';
import { type OpenAnswers, openAnswers } from '../store/open-answers.ts';
import { readBaseline } from '../store/read-baseline.ts';

/** Finds what the baseline's run answered to a case, for graders that compare with it. */
export type AnswersBefore = { before: NonNullable<Grading['before']>; close(): void };

/**
 * Nothing is read before a check asks for it. `held` are the baselines that the run is held against; where it is held
 * against none (as it makes one itself), those on disk tell. An answer that is not there, or cannot be read, is undefined.
 */
export function answersBefore(
  root: string,
  held: ReadonlyMap<string, Baseline> | undefined,
  redact: (text: string) => string,
): AnswersBefore {
  const runs = new Map<string, Promise<OpenAnswers | undefined>>();
  const stored = new Map<string, Promise<Baseline | undefined>>();
  const answersOf = (id: string) => once(runs, id, () => open(root, id));
  const baselineOf = (suite: string) =>
    held ? held.get(suite) : once(stored, suite, async () => (await readBaseline(root, suite)).value);
  const find = async (suite: string, lane: string, id: string) => {
    const its = (await baselineOf(suite))?.lanes.find((one) => one.arm.lane === lane);
    return its && readable(await answersOf(its.accepted.run), suite, its, id);
  };
  return {
    before: ({ suite, lane, case: one }) =>
      needsBefore(one.checks) ? find(redact(suite), redact(lane), redact(one.id)) : undefined,
    close: () => {
      for (const one of runs.values()) void one.then((answers) => answers?.close()).catch(() => {});
    },
  };
}

function once<T>(known: Map<string, Promise<T>>, key: string, make: () => Promise<T>): Promise<T> {
  const found = known.get(key) ?? make();
  known.set(key, found);
  return found;
}

/** Only what is listed is opened: the id stands in a file that anybody may have written. */
async function open(root: string, id: string): Promise<OpenAnswers | undefined> {
  if (!(await listRuns(root)).includes(id)) return undefined;
  return openAnswers(root, id).catch((error: unknown) => {
    if (error instanceof JournalError) return undefined;
    throw error;
  });
}

function readable(answers: OpenAnswers | undefined, suite: string, { arm }: BaselineLane, id: string) {
  try {
    return answers?.find({ suite, arm: arm.id, case: id });
  } catch (error) {
    if (error instanceof JournalError) return undefined;
    throw error;
  }
}
