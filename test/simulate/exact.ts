import { judgePairs } from '../../src/analyze/gate/judge-pairs.ts';
import type { GateVerdict } from '../../src/domain/comparison.ts';
import { failPower } from '../../src/stats/fail-power.ts';
import { passPower } from '../../src/stats/pass-power.ts';
import { oneCase } from './one-case.ts';
import type { Scenario } from './scenario.ts';

const alpha = 0.05;

/** The gate by counts alone, each asked once: where nothing else differs, nothing else matters. */
function judgeOf(pairs: number, margin: number): (losses: number, gains: number) => GateVerdict {
  const known = new Map<number, GateVerdict>();
  return (losses, gains) => {
    const key = losses * (pairs + 1) + gains;
    const verdict =
      known.get(key) ??
      judgePairs(
        Array.from({ length: pairs }, (_, at) =>
          oneCase(at < losses ? [1, 0] : at < losses + gains ? [0, 1] : [1, 1]),
        ),
        { margin, alpha, slices: [] },
      ).verdict;
    known.set(key, verdict);
    return verdict;
  };
}

function scenario(pairs: number, margin: number, discordance: number, truth: number): Scenario {
  const judge = judgeOf(pairs, margin);
  const [lost, moved] = [(discordance - truth) / 2, discordance];
  const plan = { pairs, discordance, effect: truth, margin, alpha };
  return {
    table: 'One answer against one',
    name: `${pairs} cases, ${discordance * 100} % differ`,
    ...{ margin, truth, promise: alpha },
    planned: truth === 0 ? passPower(plan) : failPower(plan),
    decide(random) {
      let [losses, gains] = [0, 0];
      for (let i = 0; i < pairs; i++) {
        const at = random();
        if (at < lost) losses++;
        else if (at < moved) gains++;
      }
      return { verdict: judge(losses, gains) };
    },
  };
}

/** Every size, margin and discordance, unchanged and at the margin: the guarantee is exact here. */
export const exact: Scenario[] = [50, 100, 200].flatMap((pairs) =>
  [0.02, 0.05, 0.1].flatMap((margin) =>
    [0.02, 0.05, 0.1, 0.2].flatMap((discordance) => [
      scenario(pairs, margin, discordance, 0),
      ...(discordance >= margin ? [scenario(pairs, margin, discordance, -margin)] : []),
    ]),
  ),
);
