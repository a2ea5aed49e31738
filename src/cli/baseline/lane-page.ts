import type { BaselineLane } from '../../domain/baseline.ts';
import type { CaseResult } from '../../domain/case-result.ts';
import type { Gate } from '../../domain/gate.ts';
import type { Canvas } from '../../reporters/terminal/canvas.ts';
import { interval } from '../../reporters/wording/interval.ts';
import { share } from '../../reporters/wording/share.ts';
import { errorShrink } from '../../stats/error-shrink.ts';
import { varianceComponents } from '../../stats/variance-components.ts';
import { count } from '../../text/count.ts';
import { oneLine } from '../../text/one-line.ts';
import { percent } from '../../text/percent.ts';
import { thousands } from '../../text/thousands.ts';
import { toScreen } from '../../text/to-screen.ts';
import { isDeterministic } from './is-deterministic.ts';
import { laneRate } from './lane-rate.ts';
import { plannedDiscordance } from './planned-discordance.ts';
import { reachSentences } from './reach-sentences.ts';
import { selfDiscordance } from './self-discordance.ts';

const mostNamed = 5;
const plain = (text: string) => text;

/** One lane of a baseline on the screen: how often it passed, how much of that is chance, what it can tell. */
export function lanePage(lane: BaselineLane, gate: Gate | undefined, on: Canvas): string[] {
  const rate = laneRate(lane.cases);
  const { arm, cases, repeat } = lane;
  const size = `${count(cases.length, 'case')}${repeat > 1 ? ` × ${thousands(repeat)}` : ''}`;
  const said = (text: string) => on.paragraph('    ', [{ text: oneLine(toScreen(text)), mark: plain }], 12);
  const passed = `${share(rate)} passed (95 %: ${interval(rate)}), ${thousands(rate.passed)} of ${count(rate.of, 'answer')}`;
  return [
    ...on.paragraph('  ', [
      { text: `${oneLine(toScreen(arm.id))}  `, mark: on.strong },
      { text: size, mark: on.quiet },
    ]),
    ...said(`${passed}.`),
    ...chance(lane).flatMap(said),
    ...(gate ? reach(lane, gate).flatMap(said) : []),
  ];
}

/** What repeats, or asking it again, tell of the noise. */
function chance({ arm, cases, aa }: BaselineLane): string[] {
  if (isDeterministic(arm)) return ['Deterministic: asked again it says the same.'];
  const self = selfDiscordance(cases);
  return [
    ...(self === null ? [] : repeats(cases, self)),
    ...(aa === undefined
      ? []
      : [
          `Asked again on ${aa.at.slice(0, 10)}: of ${count(aa.pairs, 'pair')} of single answers ${percent(aa.discordance)} differ, though nothing was changed.`,
        ]),
    ...(self === null && aa === undefined
      ? ['Each case was asked once: how much is chance is not known. "evals baseline aa" measures it.']
      : []),
  ];
}

function repeats(
  cases: readonly CaseResult[],
  self: NonNullable<ReturnType<typeof selfDiscordance>>,
): string[] {
  const { discordance, flaky } = self;
  const named = flaky.slice(0, mostNamed).map(({ id, passed, of }) => `${id} (${passed} of ${of})`);
  const which =
    flaky.length > 0
      ? `: ${named.join(', ')}${flaky.length > mostNamed ? ` and ${flaky.length - mostNamed} more` : ''}`
      : '';
  const spread = varianceComponents(cases.filter(({ of }) => of > 0));
  const saved =
    spread && spread.between + spread.within > 0
      ? errorShrink(spread, { cases: cases.length, repeats: Math.max(1, spread.repeats) }).byRepeats
      : undefined;
  return [
    `Of two answers to the same case ${percent(discordance)} differ; ${flaky.length} of ${count(self.cases, 'case')} did not always come out alike${which}.`,
    ...(saved === undefined || !spread
      ? []
      : [
          `Variance within cases ${spread.within.toFixed(4)}, between them ${spread.between.toFixed(4)}: more repeats could narrow the interval by at most ${percent(saved, 0)}.`,
        ]),
  ];
}

function reach(lane: BaselineLane, gate: Gate): string[] {
  const discordance = plannedDiscordance(lane);
  return discordance === null ? [] : reachSentences(lane, discordance, gate);
}
