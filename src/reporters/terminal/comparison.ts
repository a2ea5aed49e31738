import type { ArmSummary } from '../../domain/summary.ts';
import { duration } from '../../text/duration.ts';
import { oneLine } from '../../text/one-line.ts';
import { thousands } from '../../text/thousands.ts';
import { toScreen } from '../../text/to-screen.ts';
import { armLabels } from '../wording/arm-labels.ts';
import { interval } from '../wording/interval.ts';
import { price } from '../wording/price.ts';
import { share } from '../wording/share.ts';
import type { Canvas } from './canvas.ts';
import { table } from './table.ts';

/** Several arms side by side, one a line. */
export async function comparison(arms: readonly ArmSummary[], on: Canvas): Promise<string[]> {
  const labels = armLabels(arms);
  const rows = arms.map((arm, index) => [
    oneLine(toScreen(labels[index] ?? arm.arm)),
    share(arm.rate),
    interval(arm.rate),
    `${thousands(arm.rate.passed)} of ${thousands(arm.rate.of)}`,
    arm.cost.unknown > 0 ? 'unknown' : price(arm),
    arm.latency ? duration(arm.latency.p50) : '–',
  ]);
  const head = ['', 'rate', '95 % interval', 'passed', 'cost', 'p50'].map((text) =>
    text ? on.quiet(text) : '',
  );
  return table(head, rows, on.width);
}
