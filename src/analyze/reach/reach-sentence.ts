import { percent } from '../../text/percent.ts';
import { gateReach } from '../gate/gate-reach.ts';
import { byRepeats } from './by-repeats.ts';
import { chanceDiscordance } from './chance-discordance.ts';
import { reachOptions } from './reach-options.ts';
import type { SuiteReach } from './suite-reach.ts';

/** What the comparison of a suite can see, a sentence for each arm that has a baseline. */
export function reachSentence({ gate, cases, repeat, arms, lanes }: SuiteReach): string[] {
  if (gate.target === 'suite') return [];
  return arms.flatMap(({ id, lane: name }) => {
    const lane = lanes.find(({ arm }) => arm.lane === name);
    if (!lane) return [];
    const discordance = chanceDiscordance(lane);
    const noise = byRepeats(discordance, { baseline: lane.repeat, candidate: repeat });
    const { all } = gateReach(cases, reachOptions(gate, noise));
    if (all.detectable === null) return [];
    const drop = `${(all.detectable * 100).toFixed(1)} points`;
    const by = arms.length > 1 ? `${id}: ` : '';
    return discordance === undefined
      ? [`${by}sees drops of ${drop} at best; "evals baseline aa" measures what differs by chance`]
      : [
          `${by}sees drops of ${drop} in 4 of 5 runs, where ${percent(discordance)} of the answers differ by chance`,
        ];
  });
}
