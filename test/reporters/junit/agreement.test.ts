import { expect, test } from 'vitest';
import { exitCode } from '../../../src/domain/exit-code.ts';
import { github } from '../../../src/reporters/github.ts';
import { junit } from '../../../src/reporters/junit.ts';
import { comparisons } from '../comparisons.ts';
import { makeComparison, makeFlip } from '../make-comparison.ts';
import { render } from '../render.ts';
import { sceneReport } from '../scene-report.ts';

const gateOf = (page: string) => /<testcase name="gate" [^>]*?(?:\/>|>.*<\/testcase>)/.exec(page)?.[0] ?? '';

test.each(Object.entries(comparisons))(
  '%s: the gate of JUnit and the errors of GitHub are the exit code',
  async (_name, scene) => {
    const report = sceneReport(scene);
    const [page, log] = await Promise.all([render(junit, report), render(github, report)]);
    const code = report.summary.exitCode;
    expect(gateOf(page)).not.toBe('');
    expect(gateOf(page).includes('<failure')).toBe(code === exitCode.gateFailed);
    expect(gateOf(page).includes('<error')).toBe(code === exitCode.incomplete);
    expect(page.includes('<failure')).toBe(code === exitCode.gateFailed);
    expect(/^::error/m.test(log)).toBe(code === exitCode.gateFailed);
  },
);

test('what is inconclusive is an error where the gate says that it stops the run, and is skipped otherwise', async () => {
  const report = sceneReport(comparisons.inconclusive);
  expect(gateOf(await render(junit, report))).toContain('<skipped');
  report.run.suites[0]!.gate.inconclusive = 'fail';
  expect(gateOf(await render(junit, report))).toContain('<error');
});

test('where only what failed before fails, nothing is red', async () => {
  const page = await render(junit, sceneReport({ ...comparisons.same }));
  expect(page).toContain('failures="0" errors="0" skipped="1"');
  expect(page).toContain('<skipped message="Failed before too: equals: not equal to the expected answer">');
});

const late = makeFlip('late', {
  baseline: { passed: 3, of: 3 },
  candidate: { passed: 0, of: 3 },
  redrawn: { passed: 0, of: 2, verdict: 'regressed' },
});
const said = 'passed in the baseline (3 of 3) · regressed: 2 of 2 fresh answers failed · equals: ';

test.each([
  ['fail', 'failure'],
  ['pass', 'skipped'],
  ['inconclusive', 'skipped'],
] as const)('what is newly failing under a gate that says %s is a %s', async (verdict, tag) => {
  const rulings = [{ rule: 'comparison' as const, verdict, sentence: '' }];
  const page = await render(junit, sceneReport({ comparison: makeComparison({ flips: [late] }), rulings }));
  expect(page).toContain(`<${tag} message="${said}`);
});

test('what fresh answers cleared turns nothing red', async () => {
  const page = await render(junit, sceneReport(comparisons['fail-by-slice']));
  expect(page).toContain(
    '<skipped message="passed in the baseline · cleared: 5 of 5 fresh answers passed · equals: ',
  );
});

test('in quarantine a case that fails is skipped, with the reason and the day', async () => {
  expect(await render(junit, sceneReport(comparisons.unpaired))).toContain(
    '<skipped message="in quarantine until 2026-12-31: the upstream is flaky; equals: ',
  );
});

test('GitHub hears of losses and not of what failed before; what fresh answers cleared is no error', async () => {
  const log = await render(github, sceneReport(comparisons['fail-by-slice']));
  expect(log).not.toContain('hopeless');
  expect(log).toMatch(/^::error [^\n]*opened-box newly failing/m);
  expect(log).toMatch(/^::warning [^\n]*gift newly failing/m);
  expect(log).toMatch(/^::error [^\n]*slice `refund` 94.7 %25 → 78.9 %25/m);
});
