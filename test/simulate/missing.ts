import type { GatePair, PairSide } from '../../src/analyze/gate/gate-pair.ts';
import type { Draws } from './draws.ts';
import { judged } from './judged.ts';
import { oneCase } from './one-case.ts';
import type { Scenario } from './scenario.ts';

const lose = ({ of }: PairSide): PairSide => ({ passed: 0, of: 0, open: of });

/** What goes missing: answers of either side by chance, or more of those of the candidate that fail. */
const causes = {
  '2 % of all answers are missing': ({ baseline, candidate, ...rest }: GatePair, { uniform }: Draws) => ({
    ...rest,
    baseline: uniform() < 0.02 ? lose(baseline) : baseline,
    candidate: uniform() < 0.02 ? lose(candidate) : candidate,
  }),
  'a third of what fails is missing': ({ candidate, ...rest }: GatePair, { uniform }: Draws) => ({
    ...rest,
    candidate: candidate.passed === 0 && uniform() < 1 / 3 ? lose(candidate) : candidate,
  }),
};

const scenario = (cases: number, cause: keyof typeof causes, truth: number): Scenario =>
  judged({
    table: 'Missing outcomes, judged both ways',
    name: `${cases} cases, ${cause}`,
    ...{ margin: 0.05, truth, promise: 0.05 },
    draw: (draws) =>
      Array.from({ length: cases }, () => {
        const at = draws.uniform();
        const lost = 0.04 - truth;
        const pair = at < lost ? [1, 0] : at < lost + 0.04 ? [0, 1] : at < 0.2 ? [0, 0] : [1, 1];
        return causes[cause](oneCase(pair as [number, number]), draws);
      }),
  });

export const missing: Scenario[] = [100, 200, 400].flatMap((cases) =>
  (Object.keys(causes) as (keyof typeof causes)[]).flatMap((cause) => [
    scenario(cases, cause, 0),
    scenario(cases, cause, -0.05),
  ]),
);
