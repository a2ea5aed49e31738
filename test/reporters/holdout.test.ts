import { describe, expect, test } from 'vitest';
import { summarize } from '../../src/analyze/summarize.ts';
import { exitCode } from '../../src/domain/exit-code.ts';
import type { Report } from '../../src/domain/reporter.ts';
import type { RunHoldout, RunSuite } from '../../src/domain/run.ts';
import type { TrialRow } from '../../src/domain/trial-row.ts';
import { reporters } from '../../src/reporters/index.ts';
import { grade, makeRow, makeRun, makeSuite } from '../analyze/make-row.ts';
import { render } from './render.ts';

/** Stands in every id, text and reason. */
const marker = 'Zuckerrübensirup';

const arm = makeSuite().arms[0]!;
const reference = { ...arm, id: 'baseline: model', modelId: 'older' };

type World = {
  kind: RunHoldout['kind'];
  /** Of 60 cases; the baseline fails none of them. */
  failed?: number;
  errored?: number;
  baselineErrored?: number;
  gate?: Partial<RunSuite['gate']>;
  holdout?: Partial<RunHoldout>;
  /** Rows that are not there. */
  missing?: number;
  hasGate?: boolean;
};

const count = 60;

function row(index: number, status: TrialRow['status'], of: typeof arm): TrialRow {
  const isBad = status === 'failed' || status === 'ungraded';
  return makeRow({
    ...{ arm: of.id, lane: of.lane, case: `${marker}-${index}`, status, expect: marker, text: marker },
    tags: [index % 2 ? 'odd' : 'even', 'critical'],
    warnings: [marker],
    ...(index % 3 === 0 ? {} : { parent: `${marker}-${index - (index % 3)}`, adversarial: 'typo' }),
    ...(status === 'errored' ? { failure: `the server says ${marker}` } : {}),
    grades: [grade('contains', !isBad, marker)],
    messages: [{ role: 'user', content: marker }],
  });
}

/** A run of a holdout, and all that can be told of it. */
function reportOf({
  kind,
  failed = 0,
  errored = 0,
  baselineErrored = 0,
  missing = 0,
  ...more
}: World): Report {
  const suite = makeSuite({
    ...{ cases: count, casesInSuite: count, hasGate: more.hasGate ?? true },
    gate: { confidence: 0.95, slices: ['odd'], errors: 0.02, margin: 10, ...more.gate },
    holdout: { kind, baseline: [reference], unchanged: [], before: 3, ...more.holdout },
  });
  const statusOf = (index: number) =>
    index < failed ? 'failed' : index < failed + errored ? 'errored' : 'passed';
  const rows = Array.from({ length: count }, (_, index) => [
    row(index, statusOf(index), arm),
    ...(suite.holdout!.baseline.length > 0
      ? [row(index, index < baselineErrored ? 'errored' : 'passed', reference)]
      : []),
  ]).flat();
  const run = makeRun([suite], { trials: rows.length });
  const fold = summarize(run);
  for (const one of rows.slice(missing)) fold.add(one);
  return { run, summary: fold.end(), folder: '.evals/runs/x', rows: async function* () {} };
}

const told = async (report: Report) => {
  const pages = reporters.all().map((one) => render(one, report));
  return [JSON.stringify(report.summary), ...(await Promise.all(pages))].join('\n');
};
const verdictOf = ({ summary }: Report) => [summary.suites[0]!.verdict, summary.exitCode];

const worlds: [string, Omit<World, 'kind'>, ...ReturnType<typeof verdictOf>][] = [
  ['nothing failed', {}, 'PASS', 0],
  ['some failed', { failed: 5 }, 'INCONCLUSIVE', 0],
  ['many failed', { failed: 30 }, 'FAIL', 1],
  ['critical cases failed', { failed: 7, gate: { critical: 'fail' } }, 'FAIL', 1],
  ['robustness was asked for', { failed: 7, gate: { robustness: { pass: 90 } } }, 'FAIL', 1],
  ['a floor was broken', { failed: 30, gate: { floor: { pass: 90 } } }, 'FAIL', 1],
  ['too much errored', { errored: 20 }, 'INCOMPLETE', 3],
  ['too much of the baseline errored', { baselineErrored: 20 }, 'INCOMPLETE', 3],
  ['no baseline, no floor', { failed: 5, holdout: { baseline: [] } }, 'FAIL', 1],
  [
    'no baseline, critical cases failed',
    { failed: 7, gate: { critical: 'fail', floor: { pass: 1 } }, holdout: { baseline: [] } },
    'FAIL',
    1,
  ],
  ['as its baseline', { failed: 5, holdout: { baseline: [], unchanged: ['model'] } }, 'PASS', 0],
];

describe('of a frozen holdout no reporter tells a case', () => {
  test.each(worlds)('%s', async (_, world, verdict, code) => {
    const report = reportOf({ kind: 'frozen', ...world });
    expect(verdictOf(report)).toEqual([verdict, code]);
    const all = await told(report);
    expect(all).not.toContain(marker);
    expect(all).toContain('holdout, frozen: 3 other candidates were looked at before');
  });

  test('but totals, slices with their intervals, and what the best of all candidates is worth', async () => {
    const report = reportOf({ kind: 'frozen', failed: 6, gate: { critical: 'warn' } });
    const all = await told(report);
    expect(all).toContain('90.0 % passed');
    expect(all).toMatch(/odd +27 of 30 +90\.0 % +74\.4 % to 96\.5 %/);
    expect(all).toContain('60 pairs, 6 losses, 0 gains');
    expect(all).toContain('6 critical cases newly fail.');
    // Wilson is 79.9 to 95.3 %; the best of four gains 1.0294 standard errors.
    expect(report.summary.suites[0]!.arms[0]!.deflated?.rate).toBeCloseTo(
      0.9 - (1.02937537300396 * (0.9534 - 0.7985)) / (2 * 1.959963985),
      3,
    );
    expect(all).toContain('as the best of 4 candidates: 85.9 %,');
  });

  test('nor that one newly fails where none is named', async () => {
    const all = await told(reportOf({ kind: 'frozen', gate: { critical: 'fail' } }));
    expect(all).toContain('No critical case newly fails; 60 critical trials passed.');
  });
});

describe('of a sealed holdout every reporter tells a bit', () => {
  test.each(worlds)('%s', async (_, world, verdict) => {
    const report = reportOf({ kind: 'sealed', ...world });
    const bit = { PASS: 'PASS', INCOMPLETE: 'INCOMPLETE' }[verdict as string] ?? 'NOT-PASS';
    const code = { PASS: exitCode.done, INCOMPLETE: exitCode.incomplete }[bit] ?? exitCode.gateFailed;
    expect(verdictOf(report)).toEqual([bit, code]);
    expect(report.summary.suites[0]!.arms).toEqual([]);
    const all = await told(report);
    expect(all).not.toContain(marker);
    // Neither counts, rates, money nor times.
    const known = [report.run.startedAt, report.run.id, '0.000', '%3A'];
    expect(known.reduce((text, one) => text.replaceAll(one, ''), all)).not.toMatch(/\d{2}|%|\$/);
  });

  test('FAIL and INCONCLUSIVE are the same to a byte', async () => {
    const pages = await Promise.all(
      [{ failed: 5 }, { failed: 30 }, { failed: 60 }].map((world) =>
        told(reportOf({ kind: 'sealed', ...world })),
      ),
    );
    expect(new Set(pages).size).toBe(1);
  });

  test('one that was cut is the same whatever there was until then, and says not how much is missing', async () => {
    const pages = await Promise.all(
      [{ missing: 1 }, { missing: 100, failed: 30 }, { errored: 20 }].map((world) =>
        told(reportOf({ kind: 'sealed', ...world })),
      ),
    );
    expect(new Set(pages).size).toBe(1);
    expect(pages[0]).toContain('INCOMPLETE');
  });
});

test.each([
  ['frozen', 30, 'FAIL'],
  ['frozen', 5, 'INCONCLUSIVE'],
  ['frozen', 0, 'PASS'],
  ['sealed', 30, 'NOT-PASS'],
  ['sealed', 0, 'PASS'],
] as const)('CI turns red just where the exit code is 1: %s, %d failed', async (kind, failed, verdict) => {
  for (const hasGate of [true, false]) await expectRed(reportOf({ kind, failed, hasGate }), verdict);
});

test('where there is neither gate nor baseline, too: each case had to pass', async () => {
  const junit = await expectRed(
    reportOf({ kind: 'frozen', failed: 1, hasGate: false, holdout: { baseline: [] } }),
    'FAIL',
  );
  expect(junit).toContain('name="gate"');
});

/** The XML of JUnit, which is red where the exit code is 1, as the annotations are. */
async function expectRed(report: Report, verdict: string): Promise<string> {
  const isRed = report.summary.exitCode === exitCode.gateFailed;
  expect(report.summary.suites[0]!.verdict).toBe(verdict);
  const junit = await render(reporters.get('junit')!, report);
  const github = await render(reporters.get('github')!, report);
  expect([junit.includes('<failure'), github.includes('::error')]).toEqual([isRed, isRed]);
  return junit;
}

describe('the overfit alarm', () => {
  const seen = (effect: number) => [{ lane: 'model', run: 'r', effect, standardError: 0.03 }];
  test.each([
    [0.3, true],
    [0, false],
  ])('a gain of %d on what anyone can see, none here: %j, and no more is told', async (effect, isOverfit) => {
    const report = reportOf({ kind: 'sealed', holdout: { seen: seen(effect) } });
    expect(report.summary.suites[0]!.holdout).toEqual({ kind: 'sealed', isOverfit });
    expect(await told(report)).toContain(`overfit alarm: ${isOverfit ? 'yes' : 'no'}`);
  });

  test('is not told of a run that broke', async () => {
    const report = reportOf({ kind: 'sealed', errored: 20, holdout: { seen: seen(0.3) } });
    expect(await told(report)).not.toContain('overfit');
  });
});
