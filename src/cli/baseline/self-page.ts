import type { BaselineLane } from '../../domain/baseline.ts';
import type { Gate } from '../../domain/gate.ts';
import { baselineFile } from '../../store/baseline-file.ts';
import { count } from '../../text/count.ts';
import { oneLine } from '../../text/one-line.ts';
import { percent } from '../../text/percent.ts';
import { thousands } from '../../text/thousands.ts';
import { toScreen } from '../../text/to-screen.ts';
import type { World } from '../world.ts';
import type { SelfComparison } from './against-itself.ts';
import { plannedDiscordance } from './planned-discordance.ts';
import { reachSentences } from './reach-sentences.ts';
import { screen } from './screen.ts';

/** A lane that was asked again; `self` is undefined where it is deterministic, and nothing was asked. */
export type MeasuredLane = { lane: BaselineLane; self?: SelfComparison };

const mostNamed = 5;
const usual: Gate = { confidence: 0.95, slices: [], errors: 0 };
const plain = (text: string) => text;

/** How much of a suite comes out otherwise though nothing was changed, and what it can see nevertheless. */
export async function selfPage(
  { suite, lanes, gate }: { suite: string; lanes: readonly MeasuredLane[]; gate: Gate | undefined },
  world: World,
): Promise<string[]> {
  const on = await screen(world);
  const said = (text: string) => on.paragraph('    ', [{ text: oneLine(toScreen(text)), mark: plain }], 12);
  const pages = lanes.flatMap(({ lane, self }) => [
    `  ${on.strong(oneLine(toScreen(lane.arm.id)))}`,
    ...(self
      ? found(self)
      : [
          'Deterministic: asked again it says the same, so nothing was asked. What differs in a later run, the change did.',
        ]
    ).flatMap(said),
    ...reach(lane, self, gate ?? usual).flatMap(said),
    '',
  ]);
  const heading = `${on.strong(oneLine(toScreen(suite)))}  ${on.quiet('against itself')}`;
  const isStored = lanes.some(({ self }) => self !== undefined);
  return [heading, ...pages, ...(isStored ? [`Kept in ${baselineFile(suite)}: commit it.`] : [])];
}

function found({ pairs, discordance, turned, changed }: SelfComparison): string[] {
  const named = turned.slice(0, mostNamed).join(', ');
  const which = turned.length > 0 ? ` (${named}${turned.length > mostNamed ? ', …' : ''})` : '';
  const is = turned.length === 1 ? 'comes' : 'come';
  return [
    `Asked again, ${thousands(turned.length)} of ${count(pairs, 'case')} ${is} out otherwise though nothing was changed${which}.`,
    `Of pairs of single answers to the same case ${percent(discordance)} differ: so much of a later difference is chance.`,
    ...(changed > 0
      ? [`${count(changed, 'case')} of the baseline changed since, or went; they are left out.`]
      : []),
  ];
}

function reach(lane: BaselineLane, self: SelfComparison | undefined, gate: Gate): string[] {
  const discordance = plannedDiscordance(lane);
  if (discordance === null || self?.pairs === 0) return [];
  return reachSentences(lane, discordance, gate);
}
