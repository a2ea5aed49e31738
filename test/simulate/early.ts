import { alphaSplit } from '../../src/analyze/early/alpha-split.ts';
import { criticalScores } from '../../src/analyze/early/critical-scores.ts';
import { earlyArm } from '../../src/analyze/early/early-arm.ts';
import type { GatePair, PairSide } from '../../src/analyze/gate/gate-pair.ts';
import { judgePairs } from '../../src/analyze/gate/judge-pairs.ts';
import { type Draws, drawsOf } from './draws.ts';
import { oneCase } from './one-case.ts';
import type { Decided, Scenario } from './scenario.ts';

const [margin, alpha] = [0.05, 0.05];
const scores = criticalScores();
const repeatsOf = ({ of, open }: PairSide) => of + open;

const statusOf = ({ passed, of }: PairSide, repeat: number) =>
  repeat <= passed ? 'passed' : repeat <= of ? 'failed' : 'errored';

/** Asks one case after the other until the looks have a verdict, then the gate what is left to it. */
function carryOut(pairs: readonly GatePair[], slices: readonly string[]): Decided {
  const cases = pairs.map((pair, at) => ({ ...pair, id: `${at}`, isCounted: true }));
  const gate = { slices: [...slices], confidence: 1 - alpha };
  const repeat = repeatsOf(pairs[0]!.candidate);
  const arm = earlyArm({ cases, repeat, gate, margin, alpha, scores });
  let asked = 0;
  for (; asked < pairs.length && !arm.isDecided(); asked++)
    for (let one = 1; one <= repeat; one++)
      arm.add({ case: `${asked}`, repeat: one, status: statusOf(pairs[asked]!.candidate, one) });
  const { verdict, sets } = arm.end();
  if (verdict !== 'INCONCLUSIVE') return { verdict, asked: asked / pairs.length };
  const proven = new Set(sets.filter((set) => set.verdict === 'PASS').map(({ slice }) => slice));
  return judgePairs(pairs, { margin, alpha: alphaSplit(alpha).end, slices, proven });
}

type World = Pick<Scenario, 'table' | 'name' | 'truth'> & { slices?: string[]; promise?: number };

const early = (
  { slices = [], promise = 0.05, ...world }: World,
  draw: (draws: Draws) => GatePair[],
): Scenario => ({
  ...{ margin, promise },
  ...world,
  decide: (random) => carryOut(draw(drawsOf(random)), slices),
});

/** Without the dust of a subtraction. */
const less = (gained: number, lost: number) => Number((gained - lost).toFixed(9));

const drawn = (at: number, lost: number, gained: number) =>
  (at < lost ? [1, 0] : at < lost + gained ? [0, 1] : [1, 1]) as [number, number];

const plain = (cases: number, truth: string, lost: number, gained: number): Scenario =>
  early(
    { table: 'Ended early: what it saves', name: `${cases} cases, ${truth}`, truth: less(gained, lost) },
    ({ uniform }) => Array.from({ length: cases }, () => oneCase(drawn(uniform(), lost, gained))),
  );

/** The truths of the design's table; where it is silent, the gains are those that fit it best. */
const truths: readonly [string, number, number][] = [
  ['2 % differ', 0.01, 0.01],
  ['4 % differ', 0.02, 0.02],
  ['10 % differ', 0.05, 0.05],
  ['10 % differ', 0.035, 0.065],
  ['0.5 % gained', 0.105, 0.005],
  ['0.5 % gained', 0.205, 0.005],
  ['2 % gained', 0.42, 0.02],
];

/** Sizes and truths of the design's table, size by size. */
export const savings: Scenario[] = [100, 200, 400].flatMap((cases) =>
  truths.map(([name, lost, gained]) => plain(cases, name, lost, gained)),
);

const table = 'Ended early: how often it is wrong';

const groups = (lost: number, gained: number): Scenario =>
  early(
    { table, name: '80 groups of four, alike by 0.3', truth: less(gained, lost), promise: 0.09 },
    (draws) =>
      Array.from({ length: 80 }, (_, group) => {
        const [losing, gaining] = [draws.beta(lost, 0.3), draws.beta(gained, 0.3)];
        return Array.from({ length: 4 }, () =>
          oneCase(drawn(draws.uniform(), losing, (1 - losing) * gaining), { group: `${group}` }),
        );
      }).flat(),
  );

const weights = (lost: number, gained: number): Scenario =>
  early(
    { table, name: '200 cases, weights e^(0.5 z)', truth: less(gained, lost), promise: 0.09 },
    ({ uniform, gaussian }) =>
      Array.from({ length: 200 }, () =>
        oneCase(drawn(uniform(), lost, gained), { weight: Math.exp(0.5 * gaussian()) }),
      ),
  );

const repeats = (drop: number): Scenario =>
  early(
    { table, name: '150 flaky cases, 3 against 3', truth: -drop, promise: 0.07 },
    ({ binomial, uniform }) =>
      Array.from({ length: 150 }, () => {
        const pass = 0.6 + 0.4 * uniform();
        const later = uniform() < drop / 0.8 ? 0 : pass;
        return oneCase([binomial(3, pass), binomial(3, later)], { of: [3, 3] });
      }),
  );

const slices = (drop: number): Scenario =>
  early({ table, name: '3 slices of 100 cases', truth: -drop, slices: ['0', '1', '2'] }, ({ uniform }) =>
    Array.from({ length: 300 }, (_, at) =>
      oneCase(drawn(uniform(), 0.03 + (at % 3 === 0 ? drop : 0), 0.03), { tags: [`${at % 3}`] }),
    ),
  );

const missing = (drop: number): Scenario =>
  early({ table, name: '200 cases, a third of what fails is missing', truth: -drop }, ({ uniform }) =>
    Array.from({ length: 200 }, () => {
      const { candidate, ...one } = oneCase(drawn(uniform(), 0.03 + drop, 0.03));
      const isLost = candidate.passed === 0 && uniform() < 1 / 3;
      return { ...one, candidate: isLost ? { passed: 0, of: 0, open: 1 } : candidate };
    }),
  );

/** Unchanged, and worse by the margin: the two truths in which a verdict may be false. */
export const earlyErrors: Scenario[] = [
  ...[0.05, 0.1, 0.2].flatMap((differ) => [
    ...[100, 200].map((cases) => ({
      ...plain(cases, `${differ * 100} % differ`, differ / 2, differ / 2),
      table,
    })),
    ...[100, 200].map((cases) => ({
      ...plain(cases, `${differ * 100} % differ`, (differ + margin) / 2, (differ - margin) / 2),
      table,
    })),
  ]),
  ...[groups(0.04, 0.04), groups(0.05, 0), weights(0.04, 0.04), weights(0.05, 0)],
  ...[repeats(0), repeats(margin), slices(0), slices(margin), missing(0), missing(margin)],
];
