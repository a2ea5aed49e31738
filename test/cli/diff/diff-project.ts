import { execFileSync } from 'node:child_process';
import {
  appendFileSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { onTestFinished } from 'vitest';
import { diff } from '../../../src/cli/actions/diff.ts';
import { Refusal } from '../../../src/cli/refusal.ts';
import type { BaselineLane } from '../../../src/domain/baseline.ts';
import type { Run, RunArm, RunSuite } from '../../../src/domain/run.ts';
import type { TrialRow } from '../../../src/domain/trial-row.ts';
import { baselineFile } from '../../../src/store/baseline-file.ts';
import { printBaseline } from '../../../src/store/print-baseline.ts';
import { makeCaseResult, makeLane } from '../../store/make-baseline.ts';
import { makeRow, makeRun } from '../../store/make-run.ts';
import { fakeWorld } from '../actions/fake-world.ts';
import { makeArm } from './make-arm.ts';

/** How each case came out, in order: `p` passed, `f` failed, `-` was not asked. */
export type Outcomes = string;
/** By the name of the suite, then by the id of the arm. */
export type Sides = Record<string, Record<string, Outcomes>>;

/** What a row or a case has beside its outcome. */
type More = { graders?: string; digest?: string; arm?: Partial<RunArm>; suite?: Partial<RunSuite> };

/** A project in a folder of its own, which is gone when the test is over, with runs and baselines as they would be on disk. */
export function diffProject() {
  const root = realpathSync(mkdtempSync(join(tmpdir(), 'evals-diff-')));
  onTestFinished(() => rmSync(root, { recursive: true, force: true }));
  mkdirSync(join(root, 'evals'));
  const write = (file: string, text: string) => {
    mkdirSync(dirname(join(root, file)), { recursive: true });
    writeFileSync(join(root, file), text);
  };
  const git = (...words: string[]) => {
    const who = ['-c', 'user.name=Ada', '-c', 'user.email=ada@example.org', '-c', 'commit.gpgsign=false'];
    return execFileSync('git', [...who, ...words], { cwd: root, encoding: 'utf8' }).trim();
  };
  return {
    root,
    write,
    git,
    commit(message: string) {
      git('add', '-A');
      git('commit', '-q', '-m', message);
      return git('rev-parse', 'HEAD');
    },
    run: (id: string, sides: Sides, more: More = {}) => writeRun(root, id, sides, more),
    baseline(suite: string, arms: Record<string, Outcomes>, more: More & Partial<BaselineLane> = {}) {
      const lanes = Object.entries(arms).map(([id, outcomes]) => toLane(suite, id, outcomes, more));
      write(baselineFile(suite), printBaseline({ schemaVersion: 1, suite, lanes }));
    },
    /** Rows beside the trials of a run: `c1 f` is a fresh answer to the first case, which failed. */
    fresh(id: string, file: 'redraws.jsonl' | 'canary.jsonl', suite: string, arm: string, drawn: string[]) {
      const rows = drawn.map((one, index) => {
        const [name = '', sign = ''] = one.split(' ');
        const [planned] = written({ [suite]: { [arm]: 'p' } }, {});
        return { ...toRow(planned!, planned!.arms[0]!, { id: name, sign }, {}), repeat: index + 1 };
      });
      const text = rows.map((row) => `${JSON.stringify(row)}\n`).join('');
      appendFileSync(join(root, '.evals', 'runs', id, file), text);
    },
    append: (id: string, file: string, text: string) =>
      appendFileSync(join(root, '.evals', 'runs', id, file), text),
    repeats: (id: string, said: string[]) => writeRepeats(root, id, said),
    diff: (a?: string, b?: string, options: Record<string, string | boolean> = {}) =>
      call(root, { a, b }, options),
  };
}

async function call(
  root: string,
  given: { a?: string; b?: string },
  options: Record<string, string | boolean>,
) {
  const world = fakeWorld(root);
  try {
    const code = await diff({ arguments: given, options }, world);
    return { code, out: world.shown(), err: world.told(), refused: [] };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return { code: error.exitCode, out: world.shown(), err: world.told(), refused: [...error.problems] };
  }
}

const named = (outcomes: Outcomes) => [...outcomes].map((sign, index) => ({ id: `c${index + 1}`, sign }));
const written = (sides: Sides, more: More): RunSuite[] =>
  Object.entries(sides).map(([name, arms]) => {
    const count = Math.max(...Object.values(arms).map(({ length }) => length));
    return {
      ...makeRun().suites[0]!,
      ...{ name, file: `evals/${name}.eval.yaml`, cases: count, casesInSuite: count },
      arms: Object.keys(arms).map((id) => ({ ...makeArm(id, name).arm, ...more.arm })),
      ...more.suite,
    };
  });

function writeRun(root: string, id: string, sides: Sides, more: More): void {
  const folder = join(root, '.evals', 'runs', id);
  mkdirSync(folder, { recursive: true });
  const suites = written(sides, more);
  const run: Run = makeRun({ id, suites });
  const rows = suites.flatMap((suite) =>
    suite.arms.flatMap((arm) =>
      named(sides[suite.name]![arm.id]!)
        .filter(({ sign }) => sign !== '-')
        .map((one) => JSON.stringify(toRow(suite, arm, one, more))),
    ),
  );
  writeFileSync(join(folder, 'run.json'), JSON.stringify(run));
  writeFileSync(join(folder, 'trials.jsonl'), rows.map((row) => `${row}\n`).join(''));
}

/** The first case of a run again: `p2 yes` is the second repeat, which passed and said yes. */
function writeRepeats(root: string, id: string, said: string[]): void {
  const folder = join(root, '.evals', 'runs', id);
  const run = JSON.parse(readFileSync(join(folder, 'run.json'), 'utf8')) as Run;
  const [suite] = run.suites;
  suite!.repeat = said.length;
  const rows = said.map((one) => {
    const [, sign, repeat, text] = /^(p|f)(\d+) ?(.*)$/.exec(one)!;
    const row = toRow(suite!, suite!.arms[0]!, { id: 'c1', sign: sign! }, {});
    const outcome = { ...row.outcome, answer: { ...(row.outcome as { answer: object }).answer, text } };
    return JSON.stringify({ ...row, repeat: Number(repeat), outcome });
  });
  writeFileSync(join(folder, 'run.json'), JSON.stringify(run));
  writeFileSync(join(folder, 'trials.jsonl'), `${rows.join('\n')}\n`);
}

function toRow(
  suite: RunSuite,
  arm: RunArm,
  { id, sign }: { id: string; sign: string },
  more: More,
): TrialRow {
  const passed = sign === 'p';
  const base = makeRow(id);
  const said = passed ? 'yes' : `no, says ${arm.model}`;
  return {
    ...base,
    ...{ id: `${suite.name}/${id}#${arm.id}#1`, suite: suite.name, arm: arm.id, lane: arm.lane },
    ...{ model: arm.model, status: passed ? 'passed' : 'failed', score: passed ? 1 : 0, expect: 'yes' },
    ...{ caseDigest: more.digest ?? `content of ${id}`, gradersDigest: more.graders ?? 'g1' },
    ...(arm.prompt === undefined ? {} : { prompt: arm.prompt }),
    grades: passed ? [] : [{ name: 'equals', grader: 'equals', status: 'graded', passed: false, score: 0, weight: 1, reason: 'expected yes' }],
    outcome: {
      ...base.outcome,
      answer: { ...(base.outcome as { answer: object }).answer, text: said },
    } as TrialRow['outcome'],
  }; // biome-ignore format: lines of names
}

function toLane(
  suite: string,
  id: string,
  outcomes: Outcomes,
  { graders, digest, arm, suite: _, ...more }: More & Partial<BaselineLane>,
): BaselineLane {
  const cases = named(outcomes).map(({ id: one, sign }) => {
    const passed = sign === 'p' ? 1 : 0;
    const rest = { digest: digest ?? `content of ${one}`, graders: graders ?? 'g1', tags: [] };
    return makeCaseResult(one, { passed, of: 1, score: passed, ...rest });
  });
  const lane = makeLane({ suite, repeat: 1, served: {}, cases, ...more });
  return { ...lane, arm: { ...makeArm(id, suite).arm, ...arm } };
}
