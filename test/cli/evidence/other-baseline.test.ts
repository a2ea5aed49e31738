import { describe, expect, test } from 'vitest';
import { otherBaseline } from '../../../src/cli/evidence/other-baseline.ts';
import { Refusal } from '../../../src/cli/refusal.ts';
import { findRun } from '../../../src/store/find-run.ts';
import { fakeWorld } from '../actions/fake-world.ts';
import { diffProject } from '../diff/diff-project.ts';

const id = '20250101-000000.000-aaaa';

/** A run of `s` by the arms a and b, held against what is named. */
async function held(make: (at: ReturnType<typeof diffProject>) => void) {
  const at = diffProject();
  at.run(id, { s: { a: 'pp', b: 'pp' } });
  make(at);
  const run = (await findRun(at.root, id)).value!;
  return otherBaseline('baseline', at.root, run, fakeWorld(at.root)).catch((error: unknown) => {
    if (error instanceof Refusal) return error.problems;
    throw error;
  });
}

describe('a run against a baseline that is named', () => {
  test('is refused where that has nothing of its suites', async () => {
    expect(await held((at) => at.baseline('t', { a: 'pp' }))).toMatchObject([
      { code: 'gate-without-baseline', message: 'baseline has no baseline of "s".' },
    ]);
  });

  test('is refused where that has its suite, and none of its lanes: nothing would be compared', async () => {
    const problems = await held((at) => at.baseline('s', { old: 'pp', older: 'pp' }));
    expect(problems).toMatchObject([{ code: 'gate-without-lane', severity: 'error' }]);
    const [problem] = problems as readonly { message: string; hint?: string }[];
    expect(problem!.message).toContain('old, older');
    expect(problem!.message).toContain('a, b');
    expect(problem!.hint).toContain(`evals diff baseline ${id}`);
  });

  test('goes on where one arm has something', async () => {
    const against = await held((at) => at.baseline('s', { b: 'pp', old: 'pp' }));
    expect(against).toMatchObject({ header: { suites: [{ baseline: { file: 'baseline' } }] } });
  });
});
