import fc from 'fast-check';
import { expect, test } from 'vitest';
import { judgePairs } from '../../../src/analyze/gate/judge-pairs.ts';
import { shuffled } from '../../../src/flow/shuffled.ts';
import { eProcess } from '../../../src/stats/e-process.ts';
import { exactNonInferiority } from '../../../src/stats/exact-non-inferiority.ts';
import { mcnemar } from '../../../src/stats/mcnemar.ts';
import { ask, makeCases, makePlan } from './make-early.ts';

const passes = () => 'passed' as const;
const fails = () => 'failed' as const;

/** The looks of the design, written out: by e-process at .01, by the exact gate whatever comes at .04. */
function byHand(differences: readonly number[], pairs: number) {
  const [evidence, margin] = [eProcess(0.05), 0.05];
  let [losses, gains] = [0, 0];
  for (const [index, difference] of differences.entries()) {
    evidence.add(difference);
    if (difference < 0) losses += 1;
    if (difference > 0) gains += 1;
    const [after, left] = [index + 1, pairs - index - 1];
    if (evidence.pass() >= Math.log(100)) return { verdict: 'PASS', by: 'e-process', after };
    if (evidence.fail() >= Math.log(100)) return { verdict: 'FAIL', by: 'e-process', after };
    const notWorse = (b: number, c: number) => exactNonInferiority({ losses: b, gains: c, pairs }, margin);
    if (notWorse(losses + left, gains) <= 0.04) return { verdict: 'PASS', by: 'curtailment', after };
    const isWorse = mcnemar(losses, gains + left).worse <= 0.04;
    if (isWorse && notWorse(losses, gains + left) > 0.04)
      return { verdict: 'FAIL', by: 'curtailment', after };
  }
  return { verdict: 'INCONCLUSIVE', after: differences.length };
}

test('it stops where the looks of the design stop', { timeout: 60_000 }, () => {
  const kinds = fc.array(fc.constantFrom(-1, 0, 0, 0, 0, 0, 0, 0, 1), { minLength: 10, maxLength: 70 });
  fc.assert(
    fc.property(kinds, (differences) => {
      const cases = makeCases(differences.length, (index) => ({
        baseline: { passed: differences[index]! > 0 ? 0 : 1, of: 1, open: 0 },
      }));
      const { verdict, by, after } = ask(makePlan(cases), (index) =>
        differences[index]! < 0 ? 'failed' : 'passed',
      );
      expect({ verdict, ...(by ? { by } : {}), after }).toEqual(byHand(differences, differences.length));
    }),
    { numRuns: 40 },
  );
});

// R: k <- (1:40)/40*.995; mean((1+k)^8) is 59.0, mean((1+k)^9) 106.6; mean((1+k/.95*.05)^125) is 101.5, with 124 97.2.
test('a broken candidate is found after nine cases, an unchanged one after 125', () => {
  const plan = makePlan(makeCases(400));
  expect(ask(plan, fails)).toMatchObject({ verdict: 'FAIL', by: 'e-process', after: 9, of: 400, asked: 9 });
  expect(ask(plan, passes)).toMatchObject({ verdict: 'PASS', by: 'e-process', after: 125, of: 400 });
});

test('the interval agrees with the verdict', () => {
  const plan = makePlan(makeCases(400));
  const [broken] = ask(plan, fails).sets;
  expect(broken!.high).toBeLessThan(0);
  const [unchanged] = ask(plan, passes).sets;
  expect(unchanged!.low).toBeGreaterThan(-0.05);
  expect(unchanged!.high).toBeLessThan(0.05);
});

test('the order in which answers come in changes nothing', () => {
  const cases = makeCases(150, (index) => ({
    baseline: { passed: index % 7 === 0 ? 0 : 1, of: 1, open: 0 },
    tags: index % 3 === 0 ? ['refund'] : [],
  }));
  const plan = makePlan(cases, { gate: { slices: ['refund'], confidence: 0.95 } });
  const statusOf = (index: number) => (index % 4 === 0 ? 'failed' : 'passed') as 'failed' | 'passed';
  const { asked: _, ...inOrder } = ask(plan, statusOf);
  expect(inOrder.verdict).toBe('FAIL');
  for (let seed = 1; seed <= 20; seed++) {
    const { asked, ...other } = ask(plan, statusOf, [...shuffled(150, seed)]);
    expect(other).toEqual(inOrder);
    expect(asked).toBeGreaterThanOrEqual(inOrder.after);
  }
});

test('a case counts once each earlier one is there', () => {
  const plan = makePlan(makeCases(400));
  const late = [...Array.from({ length: 399 }, (_, index) => index + 1), 0];
  expect(ask(plan, fails, late)).toMatchObject({ verdict: 'FAIL', after: 9, asked: 400 });
  expect(ask(plan, fails, late.slice(0, -1))).toMatchObject({ verdict: 'INCONCLUSIVE', after: 0 });
});

test('a case counts with all its repeats, a group with all its cases', () => {
  const repeated = makePlan(makeCases(100), { repeat: 3 });
  expect(ask(repeated, (_, repeat) => (repeat === 1 ? 'failed' : 'passed'))).toMatchObject({
    verdict: 'FAIL',
  });
  const grouped = makePlan(makeCases(100, (index) => ({ group: `g${Math.floor(index / 5)}` })));
  expect(ask(grouped, fails)).toMatchObject({ verdict: 'FAIL', after: 45, asked: 45 });
});

test('weights: a cluster counts as much as it weighs against the heaviest', () => {
  const cases = makeCases(100, (index) => ({ weight: index % 2 ? 1 : 2 }));
  // Heavy ones fail, light ones pass: the weighted effect is -2/3.
  const { verdict, after } = ask(makePlan(cases), (index) => (index % 2 ? 'passed' : 'failed'));
  expect(verdict).toBe('FAIL');
  const evidence = eProcess(0.05);
  let count = 0;
  while (evidence.fail() < Math.log(100)) {
    if (count % 2) evidence.add(0, 0.5);
    else evidence.add(-1, 1);
    count += 1;
  }
  expect(after).toBe(count);
});

test('nothing is said where the weights leave too little', () => {
  const cases = makeCases(100, (index) => ({ weight: index === 0 ? 1000 : 1 }));
  expect(ask(makePlan(cases), fails)).toMatchObject({ verdict: 'INCONCLUSIVE', after: 100 });
});

test('what errored is held against each side', () => {
  const plan = makePlan(makeCases(400));
  const { verdict, sets } = ask(plan, () => 'errored');
  expect(verdict).toBe('INCONCLUSIVE');
  expect(sets[0]!.low).toBeLessThan(-0.9);
  expect(sets[0]!.high).toBeGreaterThan(-1e-9);
});

test('an error never makes a verdict that its answer would not have made', () => {
  const kinds = fc.array(fc.constantFrom('passed', 'passed', 'passed', 'failed', 'errored'), {
    minLength: 60,
    maxLength: 60,
  });
  fc.assert(
    fc.property(kinds, (statuses) => {
      const plan = makePlan(makeCases(60));
      const open = ask(plan, (index) => statuses[index]! as 'passed');
      for (const told of ['passed', 'failed'] as const) {
        const whole = ask(
          plan,
          (index) => (statuses[index] === 'errored' ? told : statuses[index]!) as 'passed',
        );
        if (open.verdict !== 'INCONCLUSIVE') expect(whole.verdict).toBe(open.verdict);
      }
    }),
    { numRuns: 50 },
  );
});

test('cases that are not paired do not count, and are waited for', () => {
  const cases = makeCases(200, (index) => (index % 2 ? { baseline: undefined } : {}));
  const plan = makePlan(cases);
  expect(ask(plan, fails)).toMatchObject({ verdict: 'FAIL', after: 9, of: 100, asked: 17 });
  const arm = ask(plan, fails, [0, ...Array.from({ length: 198 }, (_, index) => index + 2)]);
  expect(arm).toMatchObject({ verdict: 'INCONCLUSIVE', after: 1 });
});

test('rows of other cases, and one that comes twice, change nothing', () => {
  const plan = makePlan(makeCases(0));
  expect(ask(plan, fails)).toMatchObject({ verdict: 'INCONCLUSIVE', after: 0, of: 0, sets: [] });
});

test('PASS waits for each slice that is large enough, and for none that is not', () => {
  const cases = makeCases(400, (index) => ({ tags: index % 2 ? ['half'] : index < 40 ? ['few'] : [] }));
  const gate = { slices: ['half', 'few', 'none'], confidence: 0.95 };
  const { verdict, after, sets } = ask(makePlan(cases, { gate }), passes);
  expect(verdict).toBe('PASS');
  // The 125th of the slice is the 250th of all.
  expect(after).toBe(250);
  expect(sets.map((set) => [set.slice, set.verdict, set.after, set.of])).toEqual([
    [undefined, 'PASS', 250, 400],
    ['half', 'PASS', 125, 200],
    ['few', 'INCONCLUSIVE', 20, 20],
  ]);
});

test('a slice that is worse is a FAIL, and has to prove more the more sets there are', () => {
  const many = Array.from({ length: 10 }, (_, index) => `s${index}`);
  const cases = makeCases(400, (index) => ({ tags: index % 10 === 0 ? ['one'] : ['other', ...many] }));
  const worse = (index: number) => (index % 10 === 0 ? 'failed' : 'passed') as 'failed' | 'passed';
  const among = (slices: string[]) =>
    ask(makePlan(cases, { gate: { slices, confidence: 0.95 } }), worse).sets.find(
      ({ slice }) => slice === 'one',
    );
  const [two, thirteen] = [among(['one']), among(['one', 'other', ...many])];
  expect(two).toMatchObject({ verdict: 'FAIL', by: 'e-process' });
  expect(thirteen!.after).toBeGreaterThan(two!.after);
});

test('a drop that is proven small enough is let through', () => {
  // A loss in 100: proven within 5 points long before it is proven worse.
  const { verdict } = ask(makePlan(makeCases(2000)), (index) => (index % 100 === 99 ? 'failed' : 'passed'));
  expect(verdict).toBe('PASS');
});

test.each([
  ['a mean score', { floor: { score: 50 } }, 400],
  ['a pass rate that is not certain yet', { floor: { pass: 90 } }, 360],
  ['a pass rate that is certain', { floor: { pass: 10 } }, 125],
  ['critical cases', { critical: 'fail' as const }, 301],
  ['critical cases that only warn', { critical: 'warn' as const }, 125],
])('PASS waits while another rule is open: %s', (_, more, asked) => {
  const cases = makeCases(400, (index) => ({ tags: index === 300 ? ['critical'] : [] }));
  const gate = { slices: [], confidence: 0.95, ...more };
  const seen = ask(makePlan(cases, { gate }), passes);
  expect([seen.verdict, seen.asked]).toEqual([asked === 400 ? 'INCONCLUSIVE' : 'PASS', asked]);
  expect(seen.sets[0]!.verdict).toBe('PASS');
  expect(ask(makePlan(cases, { gate }), fails)).toMatchObject({ verdict: 'FAIL', asked: 9 });
});

test('curtailment never says what the gate over all cases would not say', { timeout: 60_000 }, () => {
  const kinds = fc.array(fc.constantFrom(-1, 0, 0, 0, 0, 0, 0, 1), { minLength: 20, maxLength: 60 });
  fc.assert(
    fc.property(kinds, (differences) => {
      const cases = makeCases(differences.length, (index) => ({
        baseline: { passed: differences[index]! > 0 ? 0 : 1, of: 1, open: 0 },
      }));
      const { verdict, by } = ask(makePlan(cases), (index) =>
        differences[index]! < 0 ? 'failed' : 'passed',
      );
      if (by !== 'curtailment') return;
      const pairs = cases.map((one, index) => ({
        baseline: one.baseline!,
        candidate: { passed: differences[index]! < 0 ? 0 : 1, of: 1, open: 0 },
        weight: 1,
        tags: [],
      }));
      expect(judgePairs(pairs, { margin: 0.05, alpha: 0.04, slices: [] }).verdict).toBe(verdict);
    }),
    { numRuns: 60 },
  );
});
