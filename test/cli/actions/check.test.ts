import { describe, expect, test } from 'vitest';
import { check } from '../../../src/cli/actions/check.ts';
import { Refusal } from '../../../src/cli/refusal.ts';
import { printBaseline } from '../../../src/store/print-baseline.ts';
import { filesOnDisk } from '../../load/files-on-disk.ts';
import { makeBaseline, makeCaseResult, makeLane } from '../../store/make-baseline.ts';
import { fakeWorld } from './fake-world.ts';

const suite = (count: number, gate: string, more = '') => {
  const cases = Array.from(
    { length: count },
    (_, at) => `  - { id: c${at + 1}, input: yes, expect: yes${more} }`,
  );
  return `suite: s\nmodels: [embedded:echo]\n${gate}\ncases:\n${cases.join('\n')}\n`;
};
const call = async (files: Record<string, string>, options: Record<string, string> = {}) => {
  const world = fakeWorld(await filesOnDisk(files));
  const code = await check({ arguments: {}, options }, world);
  return {
    code,
    out: world.shown(),
    codes: [...world.told().matchAll(/^\w+\[([\w-]+)\]/gm)].map(([, one]) => one),
    err: world.told(),
  };
};
const lane = makeLane({
  suite: 's',
  repeat: 3,
  cases: Array.from({ length: 80 }, (_, at) =>
    makeCaseResult(`c${at + 1}`, at < 40 ? { passed: 3, score: 1 } : {}),
  ),
});
const arm = { ...lane.arm, id: 'embedded:echo', lane: 'embedded:echo', model: 'embedded:echo' };
const baseline = printBaseline(makeBaseline({ suite: 's', lanes: [{ ...lane, arm }] }));

test('a suite without a gate has nothing to be told', async () => {
  expect(await call({ 'evals/s.eval.yaml': suite(3, '') })).toEqual({
    code: 0,
    out: 'ok  s  3 cases, embedded:echo\n1 suite checked, 3 trials planned. Nothing was asked.\n',
    codes: [],
    err: '',
  });
});

test('a gate that can never PASS is a warning, with the numbers and what to do', async () => {
  const { code, out, err } = await call({
    'evals/s.eval.yaml': suite(100, 'gate: { compare: baseline, margin: 2 }'),
  });
  expect(code).toBe(0);
  expect(out).toContain('ok  s  100 cases');
  expect(err).toBe(
    [
      'warning[cannot-pass]',
      '  Suite "s" cannot PASS at margin 2 unless answers get better: 149 cases are the minimum, you have 100.',
      '  → Write more cases, or allow a margin of 3 points.',
      '',
      'warning[no-baseline-yet]',
      '  Suite "s" has no baseline, so compare, margin in its gate decide nothing yet.',
      '  → "evals baseline accept" makes one of a run.',
      '',
      '',
    ].join('\n'),
  );
});

describe('with a baseline', () => {
  const files = { 'evals/baselines/s.json': baseline };
  test('what its repeats say of chance, and what the suite can see', async () => {
    // Half of the cases differ by 2·2·1/(3·2) = 2/3 of their pairs: a third of all.
    const { out, codes, err } = await call({ ...files, 'evals/s.eval.yaml': suite(80, 'gate: {}') });
    expect(out).toMatch(
      / {4}sees drops of \d+\.\d points in 4 of 5 runs, where 33\.3 % of the answers differ by chance\n/,
    );
    expect(codes).toEqual(['unlikely-pass']);
    // Three repeats against one answer: 6.18 · ⅓ · (⅓ + 1) / 2 / .05² = 549.3.
    expect(err).toContain('margin 5 needs about 550 cases, you have 80');
  });
  test('nothing where there is no gate, as each case matters then', async () => {
    const { out, codes } = await call({ ...files, 'evals/s.eval.yaml': suite(80, '') });
    expect([codes, out]).toEqual([[], expect.not.stringContaining('drops')]);
  });
  test('a floor that it does not reach, and a rule that guards nothing', async () => {
    const gate = 'gate: { target: suite, flips: 2, floor: { pass: 95 }, critical: fail }';
    expect((await call({ ...files, 'evals/s.eval.yaml': suite(80, gate) })).codes).toEqual([
      'floor-over-baseline',
      'no-critical',
    ]);
    const tagged = suite(80, gate, ', tags: [critical]');
    expect((await call({ ...files, 'evals/s.eval.yaml': tagged })).codes).toEqual(['floor-over-baseline']);
  });
  test('of a selection nothing is said, as it would not hold for the suite', async () => {
    const { codes, out } = await call(
      { ...files, 'evals/s.eval.yaml': suite(80, 'gate: {}') },
      { case: 'c1,c2' },
    );
    expect([codes, out]).toEqual([[], expect.not.stringContaining('drops')]);
  });
  test('one that cannot be read is an error', async () => {
    const root = { 'evals/baselines/s.json': '{', 'evals/s.eval.yaml': suite(3, '') };
    await expect(call(root)).rejects.toThrow(Refusal);
  });
});

test('observed cases say nothing, and are not counted', async () => {
  const files = {
    'evals/s.eval.yaml': suite(60, 'gate: { compare: baseline }', ', observe: true').replace(
      ', observe: true',
      '',
    ),
  };
  expect((await call(files)).codes).toEqual(['cannot-pass', 'cannot-fail', 'no-baseline-yet']);
});
