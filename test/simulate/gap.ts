import { judgePairs } from '../../src/analyze/gate/judge-pairs.ts';
import { gainOf } from '../../src/analyze/holdout/gain-of.ts';
import { type Gain, gapTest } from '../../src/stats/gap-test.ts';
import { oneCase } from './one-case.ts';
import type { Scenario } from './scenario.ts';

const known = new Map<string, Gain>();

/** The gain of so many cases of which some were lost and some won, as a comparison tells it. */
function gainBy(cases: number, losses: number, gains: number): Gain {
  const key = `${cases} ${losses} ${gains}`;
  const pairs = () =>
    Array.from({ length: cases }, (_, at) =>
      oneCase(at < losses ? [1, 0] : at < losses + gains ? [0, 1] : [1, 1]),
    );
  const gain =
    known.get(key) ??
    gainOf({ all: judgePairs(pairs(), { margin: 0.1, alpha: 0.05, slices: [] }).all, confidence: 0.95 })!;
  known.set(key, gain);
  return gain;
}

/** The alarm, where just as much is gained on what anyone can see as on the holdout: FAIL stands for a false one. */
function scenario(seen: number, held: number, lost: number, won: number): Scenario {
  return {
    table: 'The overfit alarm where nothing is overfit',
    name: `${seen} seen, ${held} held out, ${lost * 100} % lost, ${won * 100} % won`,
    ...{ margin: 0.1, truth: 0, promise: 0.05 },
    decide(random) {
      const drawn = (cases: number) => {
        let [losses, gains] = [0, 0];
        for (let i = 0; i < cases; i++) {
          const at = random();
          if (at < lost) losses++;
          else if (at < lost + won) gains++;
        }
        return gainBy(cases, losses, gains);
      };
      return { verdict: gapTest(drawn(seen), drawn(held)).p <= 0.05 ? 'FAIL' : 'INCONCLUSIVE' };
    },
  };
}

export const gap: Scenario[] = [
  [50, 50],
  [200, 60],
  [60, 200],
].flatMap(([seen, held]) =>
  [
    [0.01, 0.01],
    [0.05, 0.05],
    [0.02, 0.1],
    [0.1, 0.02],
    [0, 0.1],
  ].map(([lost, won]) => scenario(seen!, held!, lost!, won!)),
);
