import type { Problem } from '../../domain/problem.ts';
import { problems } from '../../domain/problems.ts';
import { count } from '../../text/count.ts';
import type { GateOptions } from '../gate/gate-options.ts';
import { type GateReach, gateReach } from '../gate/gate-reach.ts';
import { byRepeats } from './by-repeats.ts';
import { chanceDiscordance } from './chance-discordance.ts';
import { leastToPass } from './least-to-pass.ts';
import { reachOptions } from './reach-options.ts';
import type { SuiteReach } from './suite-reach.ts';

type Limits = Pick<GateOptions, 'margin'>;

/** What the comparison of a suite can never say, and what it will seldom say. A suite that nothing is compared in has no such limits. */
export function comparisonLimits(one: SuiteReach): Problem[] {
  const { gate, lanes } = one;
  const isMeant =
    lanes.length > 0 || gate.compare !== undefined || gate.margin !== undefined || gate.slices.length > 0;
  if (!isMeant || gate.target === 'suite' || gate.margin === 0 || one.cases.length === 0) return [];
  const options = reachOptions(gate);
  const reach = gateReach(one.cases, options);
  return [
    ...passing(one, reach, options),
    ...(reach.all.canFail ? [] : [problems.cannotFail({ suite: one.suite, cases: reach.all.cases })]),
    ...smallSlices(one, reach, options),
  ];
}

/** Never, or seldom: where it is never, nothing is said of chance. */
function passing(one: SuiteReach, reach: GateReach, { margin }: Limits): Problem[] {
  const { suite } = one;
  if (!reach.canPass) return [never(one, reach, { margin })];
  return one.lanes.flatMap((lane) => {
    const discordance = chanceDiscordance(lane);
    if (discordance === undefined || !one.arms.some((arm) => arm.lane === lane.arm.lane)) return [];
    const noise = byRepeats(discordance, { baseline: lane.repeat, candidate: one.repeat });
    const { casesToPass: needed, cases } = gateReach(one.cases, reachOptions(one.gate, noise)).all;
    return needed > cases
      ? [problems.unlikelyPass({ suite, arm: lane.arm.lane, margin, cases, needed, discordance })]
      : [];
  });
}

function never({ suite, gate, cases }: SuiteReach, reach: GateReach, { margin }: Limits): Problem {
  const { all } = reach;
  const isPlain = cases.every(({ group, weight }) => group === undefined && weight === cases[0]?.weight);
  const slice = reach.slices.find(({ isTooSmall, canPass }) => !isTooSmall && !canPass);
  const least = isPlain ? leastToPass.cases(gate, all.leastCases) : all.leastCases;
  const why = all.canPass
    ? `its slice "${slice?.name}" (${count(slice?.cases ?? 0, 'case')}) cannot`
    : (all.withheld ?? 'they would prove too little, though none were lost');
  const enough = all.canPass ? undefined : leastToPass.margin(cases, gate);
  return problems.cannotPass({
    ...{ suite, margin, cases: all.cases, least },
    ...(isPlain && !all.canPass ? {} : { why }),
    ...(enough === undefined ? {} : { enough }),
  });
}

const smallSlices = ({ suite }: SuiteReach, { slices }: GateReach, { margin }: Limits): Problem[] =>
  slices
    .filter(({ isTooSmall, cases }) => isTooSmall && cases > 0)
    .map(({ name: tag, cases, leastCases: least, canFail }) =>
      problems.smallSlice({ suite, tag, cases, least, margin, canFail }),
    );
