import { beforeAll, expect, test } from 'vitest';
import { ask, makeCases, makePlan } from './make-early.ts';

const [pairs, margin, alpha] = [7, 0.3, 0.2];

/** How many of all 3^7 ways with so many losses and gains end in each verdict. */
type Ways = { losses: number; gains: number; verdict: string; count: number };
let ways: Ways[] = [];

beforeAll(() => {
  const found = new Map<string, Ways>();
  for (let way = 0; way < 3 ** pairs; way++) {
    const kinds = Array.from({ length: pairs }, (_, at) => Math.floor(way / 3 ** at) % 3);
    const [losses, gains] = [1, 2].map((kind) => kinds.filter((one) => one === kind).length) as [
      number,
      number,
    ];
    const cases = makeCases(pairs, (at) => ({
      baseline: { passed: kinds[at] === 2 ? 0 : 1, of: 1, open: 0 },
    }));
    const { verdict } = ask(makePlan(cases, { margin, alpha }), (at) =>
      kinds[at] === 1 ? 'failed' : 'passed',
    );
    const key = `${losses} ${gains} ${verdict}`;
    const known = found.get(key);
    if (known) known.count += 1;
    else found.set(key, { losses, gains, verdict, count: 1 });
  }
  ways = [...found.values()];
}, 60_000);

/** The exact chance of a verdict where a case is lost or gained with these chances. */
const chance = (verdict: string, lost: number, gained: number) =>
  ways
    .filter((one) => one.verdict === verdict)
    .reduce(
      (sum, { losses, gains, count }) =>
        sum + count * lost ** losses * gained ** gains * (1 - lost - gained) ** (pairs - losses - gains),
      0,
    );

const gains = [0, 0.05, 0.1, 0.15, 0.2, 0.25, 0.3, 0.35];

test('by enumeration of all ways: PASS of what is worse by the margin is no more likely than promised', () => {
  const chances = gains.map((gained) => chance('PASS', gained + margin, gained));
  expect(Math.max(...chances)).toBeLessThanOrEqual(alpha);
  expect(Math.max(...chances)).toBeGreaterThan(0.01);
});

test('by enumeration of all ways: FAIL of what is not worse is no more likely than promised', () => {
  const chances = gains.map((gained) => chance('FAIL', gained, gained));
  expect(Math.max(...chances)).toBeLessThanOrEqual(alpha);
  expect(Math.max(...chances)).toBeGreaterThan(0.01);
});

test('and both are found where they are true', () => {
  expect(chance('PASS', 0, 0.2)).toBeGreaterThan(0.5);
  expect(chance('FAIL', 0.8, 0)).toBeGreaterThan(0.9);
});
