import { expect, test } from 'vitest';
import { analyze } from '../../src/analyze/analyze.ts';
import type { TrialRow } from '../../src/domain/trial-row.ts';
import { comparisonPage } from '../../src/reporters/comparison/comparison-page.ts';
import { canvas } from '../../src/reporters/terminal/canvas.ts';
import { terminal } from '../../src/reporters/terminal.ts';
import { makeRow, makeRun, makeSuite } from '../analyze/make-row.ts';
import { comparisons } from './comparisons.ts';
import { render } from './render.ts';
import { sceneReport } from './scene-report.ts';

async function page(rows: TrialRow[], extra: Parameters<typeof makeSuite>[0]) {
  const run = makeRun([makeSuite(extra)]);
  const report = {
    run,
    summary: await analyze(run, rows),
    rows: async function* () {
      yield* rows;
    },
    folder: 'here',
  };
  return render(terminal, report);
}

test('a case that failed in several repeats is shown once', async () => {
  const rows = [1, 2, 3].map((repeat) =>
    makeRow({ case: 'a', repeat, text: 'x', expect: 'y', status: repeat === 2 ? 'passed' : 'failed' }),
  );
  const text = await page(rows, { cases: 1, repeat: 3 });
  expect(text.match(/✗ a /g)).toHaveLength(1);
  expect(text).toContain('✗ a  2 of 3 repeats');
});

test('ten failing cases are shown, and how many more there are', async () => {
  const rows = Array.from({ length: 33 }, (_, n) => makeRow({ case: `c${n}`, text: 'x', status: 'failed' }));
  const text = await page(rows, { cases: 33 });
  expect(text.match(/^ {4}✗ c\d/gm)).toHaveLength(10);
  expect(text).toContain('… and 23 more trials: evals show 20260301-120000-abc123');
});

test('one arm does not look like a matrix, and one suite has one verdict', async () => {
  const text = await page([makeRow({ case: 'a' })], { cases: 1 });
  expect(text).toBe(`
suite  model · 1 case

  100 % passed  95 % interval 20.7 % to 100 %
  1 passed
  $0.001 · p50 100 ms, p95 100 ms · 100 tokens in, 10 out

  Check
    ✓ The only one passed; this suite has no gate, so every case must pass.
    ✓ Nothing errored or went ungraded.

PASS  suite · $0.001 · 1.1 s
here  (read it: evals show 20260301-120000-abc123)

`);
});

test('where nothing was graded no rate is made up', async () => {
  const text = await page([makeRow({ case: 'a', failure: 'connection refused' })], { cases: 1 });
  expect(text).toContain('nothing graded');
  expect(text).toContain('1 × connection refused  a');
  expect(text).toContain('INCOMPLETE  suite');
  expect(text).not.toMatch(/\d % {2}passed|NaN|null|undefined/);
});

test('a loss is shown once, with the comparison and before what failed already', async () => {
  const text = await render(terminal, sceneReport(comparisons['pass-but-lower']));
  expect(text.match(/late-parcel/g)).toHaveLength(1);
  const places = [
    'Against the baseline',
    'Newly failing',
    'late-parcel',
    'Failed before too',
    'hopeless',
    'Gate',
  ];
  expect(places.map((words) => text.indexOf(words))).toEqual(
    places.map((words) => text.indexOf(words)).sort((a, b) => a - b),
  );
  expect(text).not.toContain('by tag');
});

test('arms side by side say what changed since their baselines, where there is room', async () => {
  const report = sceneReport(comparisons['pass-but-lower']);
  const [suite] = report.summary.suites;
  const [arm] = suite!.arms;
  suite!.arms = [arm!, { ...arm!, model: 'other', comparison: undefined }];
  const rows = async (width: number) =>
    (await render(terminal, report, { color: false, width })).split('\n').slice(3, 6).join('\n');
  expect(await rows(100)).toMatch(/interval +points.*\n.*−1\.5.*\n.*–/);
  expect(await rows(60)).not.toContain('points');
});

test('a ruling is never cut, however narrow the page is', async () => {
  const { comparison } = comparisons.inconclusive;
  const sentence = `INCONCLUSIVE: ${'so it is; '.repeat(60)}it cannot PASS.`;
  const rulings = [{ rule: 'comparison' as const, verdict: 'inconclusive' as const, sentence }];
  const text = await render(terminal, sceneReport({ comparison, rulings }), { color: false, width: 60 });
  expect(text).toContain('it cannot PASS.');
});

test('what failed before too is a line each beside a comparison', async () => {
  const text = await render(terminal, sceneReport(comparisons['pass-but-lower']));
  const [, old = ''] = text.split('Failed before too');
  const lines = old.split('\n\n')[0]!.trim().split('\n');
  expect(lines.length).toBeGreaterThan(0);
  for (const line of lines) expect(line).toMatch(/^ *(✗|…) /);
});

test('that repeats differ is told where both sides are named, and nowhere else', async () => {
  const inputs = [{ what: 'repeat' as const, before: '5', after: '3' }];
  const comparison = { ...comparisons.repeats.comparison, inputs };
  const on = await canvas({ color: false, width: 100 });
  expect((await comparisonPage(comparison, on)).join('\n')).not.toContain('repeats 5');
  const alone = (await comparisonPage(comparison, on, { isAlone: true })).join('\n');
  expect(alone).not.toContain('repeats 5');
  expect(alone).toMatch(/3 answers a case[\s\S]*5 answers a case/);
});
