import { judgePairs } from '../../src/analyze/gate/judge-pairs.ts';
import { youdenIndex } from '../../src/stats/youden-index.ts';
import { type Draws, drawsOf } from './draws.ts';
import { oneCase } from './one-case.ts';
import type { Scenario } from './scenario.ts';

/** A judge that is wrong as often on both sides: how much of what passes it passes, and of what fails it fails. */
type Judge = { sensitivity: number; specificity: number };

/** The lower 90 % limit of J, from so many labels of each kind: what the gate goes by. */
function measured({ sensitivity, specificity }: Judge, labels: number, { binomial }: Draws): number {
  const [truePass, trueFail] = [binomial(labels, sensitivity), binomial(labels, specificity)];
  const counts = { truePass, missedPass: labels - truePass, trueFail, missedFail: labels - trueFail };
  return Math.max(0, youdenIndex(counts, 0.9).low);
}

const see = (passes: number, { sensitivity, specificity }: Judge, { uniform }: Draws) =>
  uniform() < (passes === 1 ? sensitivity : 1 - specificity) ? 1 : 0;

function scenario(cases: number, judge: Judge, labels: number, truth: number): Scenario {
  const margin = 0.1;
  const { sensitivity, specificity } = judge;
  return {
    table: 'Through a judge, at J times the margin',
    name: `${cases} cases, sensitivity ${sensitivity * 100} %, specificity ${specificity * 100} %, ${2 * labels} labels`,
    ...{ margin, truth, promise: 0.05 },
    decide(random) {
      const draws = drawsOf(random);
      const lost = 0.03 - truth;
      const pairs = Array.from({ length: cases }, () => {
        const at = draws.uniform();
        const [before, after] = at < lost ? [1, 0] : at < lost + 0.03 ? [0, 1] : at < 0.3 ? [0, 0] : [1, 1];
        return oneCase([see(before!, judge, draws), see(after!, judge, draws)]);
      });
      const j = measured(judge, labels, draws);
      return { verdict: judgePairs(pairs, { margin: j * margin, alpha: 0.05, slices: [] }).verdict };
    },
  };
}

/** Judges of several strengths, as they are known from 100 or 400 labels, unchanged and at the margin. */
export const throughJudge: Scenario[] = [200, 400].flatMap((cases) =>
  [
    { sensitivity: 0.98, specificity: 0.95 },
    { sensitivity: 0.9, specificity: 0.9 },
    { sensitivity: 0.9, specificity: 0.7 },
  ].flatMap((judge) =>
    [50, 200].flatMap((labels) => [scenario(cases, judge, labels, 0), scenario(cases, judge, labels, -0.1)]),
  ),
);
