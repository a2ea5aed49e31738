import type { ArmSummary } from '../../domain/summary.ts';
import { duration } from '../../text/duration.ts';
import { oneLine } from '../../text/one-line.ts';
import { points } from '../../text/points.ts';
import { thousands } from '../../text/thousands.ts';
import { toScreen } from '../../text/to-screen.ts';
import { armLabels } from '../wording/arm-labels.ts';
import { interval } from '../wording/interval.ts';
import { price } from '../wording/price.ts';
import { share } from '../wording/share.ts';
import type { Canvas } from './canvas.ts';
import { table } from './table.ts';

/** Narrower than this there is no room for what changed. */
const wide = 80;

const change = ({ comparison }: ArmSummary) =>
  comparison && comparison.all.pairs > 0 ? points(comparison.all.effect) : '–';

/** Several arms side by side, one a line, with the points that each is above or below its baseline. */
export async function comparison(arms: readonly ArmSummary[], on: Canvas): Promise<string[]> {
  const labels = armLabels(arms);
  const isCompared = on.width >= wide && arms.some((arm) => arm.comparison);
  const rows = arms.map((arm, index) => [
    oneLine(toScreen(labels[index] ?? arm.arm)),
    share(arm.rate),
    interval(arm.rate),
    ...(isCompared ? [change(arm)] : []),
    `${thousands(arm.rate.passed)} of ${thousands(arm.rate.of)}`,
    arm.cost.unknown > 0 ? 'unknown' : price(arm, true),
    arm.latency ? duration(arm.latency.p50) : '–',
  ]);
  const changed = isCompared ? ['points'] : [];
  const head = ['', 'rate', '95 % interval', ...changed, 'passed', 'cost', 'p50'];
  return table(
    head.map((text) => (text ? on.quiet(text) : '')),
    rows,
    on.width,
  );
}
