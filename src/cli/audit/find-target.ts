import type { Baseline } from '../../domain/baseline.ts';
import { problems } from '../../domain/problems.ts';
import type { Run, RunQuestion, RunSuite } from '../../domain/run.ts';
import { Refusal } from '../refusal.ts';
import type { AuditOptions } from './parse-audit-options.ts';

/** What is audited: the question of one check, in a suite that is held against a baseline. */
export type AuditTarget = { suite: RunSuite; baseline: Baseline; check: string; judge: string };

type Candidate = AuditTarget & { grader: string };

/** A check that compares with the baseline itself has no verdict on the baseline. */
const isOfBoth = ({ grader }: RunQuestion) => grader !== 'pairwise';

/** Finds the check that is meant. Throws a `Refusal` where none can be audited, and where several could be meant. */
export function findTarget(
  { id, suites }: Run,
  baselines: ReadonlyMap<string, Baseline>,
  wanted: Pick<AuditOptions, 'suite' | 'check'>,
): AuditTarget {
  const all = suites.flatMap((suite) => candidates(suite, baselines.get(suite.name)));
  if (all.length === 0) {
    const isJudged = suites.some(({ questions = [] }) => questions.some(isOfBoth));
    throw new Refusal([problems.auditNothing({ id, isJudged })]);
  }
  const meant = all.filter(
    ({ suite, check }) =>
      (wanted.suite === undefined || wanted.suite === suite.name) &&
      (wanted.check === undefined || wanted.check === check),
  );
  const names = all.map(({ suite, check }) => `--suite ${suite.name} --check ${check}`);
  if (meant.length === 0) throw new Refusal([problems.auditOfNone({ id, names })]);
  const [only, ...others] = meant as [Candidate, ...Candidate[]];
  if (others.length > 0)
    throw new Refusal([
      problems.auditWhich({
        checks: meant.map(({ suite, check }) => `--suite ${suite.name} --check ${check}`),
      }),
    ]);
  return only;
}

/** Each check once: cases may have several of one name. */
function candidates(suite: RunSuite, baseline: Baseline | undefined): Candidate[] {
  const lanes = suite.arms.map(({ lane }) => lane);
  if (!baseline?.lanes.some(({ arm }) => lanes.includes(arm.lane))) return [];
  const questions = (suite.questions ?? []).filter(isOfBoth);
  return [...new Map(questions.map((one) => [one.check, one])).values()].map(({ check, judge, grader }) => ({
    ...{ suite, baseline, check, judge, grader },
  }));
}
