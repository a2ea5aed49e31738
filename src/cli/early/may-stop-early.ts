import type { Baseline } from '../../domain/baseline.ts';
import type { Checked, Problem } from '../../domain/problem.ts';
import { problems } from '../../domain/problems.ts';
import type { Run, RunSuite } from '../../domain/run.ts';
import { sha256 } from '../../text/sha256.ts';

type Found = { suite: RunSuite; problems: Problem[] };

const plain = (suite: RunSuite, ...found: Problem[]): Found => ({ suite, problems: found });

function mark(suite: RunSuite, baseline: Baseline | undefined): Found {
  const { name, gate, arms, digest, questions = [] } = suite;
  if (questions.some(({ counts }) => counts))
    return plain(suite, problems.stopEarlyIdle({ suite: name, why: 'judge' }));
  if (gate.target === 'suite') return plain(suite, problems.stopEarlyIdle({ suite: name, why: 'target' }));
  const lanes = new Set(baseline?.lanes.map((lane) => lane.arm.lane));
  const whole = arms.filter((arm) => !lanes.has(arm.lane));
  if (!suite.baseline || whole.length === arms.length)
    return plain(suite, problems.stopEarlyIdle({ suite: name, why: 'baseline' }));
  // Made of what is fixed before any answer: nobody can look for an order that suits him.
  const key = sha256(`${suite.baseline.digest} ${digest}`);
  const told = whole.map(({ id }) => problems.stopEarlyWholeArm({ suite: name, arm: id, why: 'baseline' }));
  return plain({ ...suite, stopEarly: { key } }, ...told);
}

/**
 * The header of a run that may end early: which suites, and the key of their order. Where there is nothing to be held
 * against, or every case matters, nothing changes, which is said.
 */
export function mayStopEarly(header: Run, baselines: ReadonlyMap<string, Baseline>): Checked<Run> {
  const found = header.suites.map((suite) => mark(suite, baselines.get(suite.name)));
  return {
    value: { ...header, suites: found.map(({ suite }) => suite) },
    problems: found.flatMap((one) => one.problems),
  };
}
