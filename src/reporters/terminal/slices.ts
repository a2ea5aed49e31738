import type { ArmSummary, Slice } from '../../domain/summary.ts';
import { count } from '../../text/count.ts';
import { oneLine } from '../../text/one-line.ts';
import { thousands } from '../../text/thousands.ts';
import { toScreen } from '../../text/to-screen.ts';
import { interval } from '../wording/interval.ts';
import { share } from '../wording/share.ts';
import { tellingSlices } from '../wording/telling-slices.ts';
import type { Canvas } from './canvas.ts';
import { table } from './table.ts';

const mostShown = 12;

async function section(title: string, all: readonly Slice[], arm: ArmSummary, on: Canvas): Promise<string[]> {
  const slices = tellingSlices(all, arm);
  if (slices.length === 0) return [];
  const shown = slices.slice(0, mostShown);
  const open = ({ counts }: Slice) => counts.errored + counts.ungraded;
  const isOpen = shown.some((slice) => open(slice) > 0);
  const rows = shown.map((slice) => [
    oneLine(toScreen(slice.name)),
    `${thousands(slice.rate.passed)} of ${thousands(slice.rate.of)}`,
    share(slice.rate),
    interval(slice.rate),
    ...(isOpen ? [open(slice) > 0 ? on.unsure(String(open(slice))) : '0'] : []),
  ]);
  const head = [title, 'passed', 'rate', '95 % interval', ...(isOpen ? ['no verdict'] : [])];
  const more = slices.length - shown.length;
  return [
    '',
    ...(await table(
      head.map((text) => on.quiet(text)),
      rows,
      on.width,
    )),
    ...(more > 0 ? [on.quiet(`  … and ${more} more, none of them worse`)] : []),
  ];
}

async function graders(arm: ArmSummary, on: Canvas): Promise<string[]> {
  if (arm.graders.length < 2) return [];
  const rows = arm.graders
    .slice(0, mostShown)
    .map(({ name, passed, failed, ungraded }) => [
      oneLine(toScreen(name)),
      String(passed),
      String(failed),
      ungraded > 0 ? on.unsure(String(ungraded)) : '0',
    ]);
  const more = arm.graders.length - rows.length;
  const head = ['by grader', 'passed', 'failed', 'ungraded'].map((text) => on.quiet(text));
  return [
    '',
    ...(await table(head, rows, on.width)),
    ...(more > 0 ? [on.quiet(`  … and ${count(more, 'more grader')}`)] : []),
  ];
}

/** Of the parents that pass, how many hold under all that was made of them, by kind. */
async function robust({ robustness }: ArmSummary, on: Canvas): Promise<string[]> {
  const kinds = robustness?.kinds.filter(({ parents }) => parents > 0) ?? [];
  if (kinds.length < 2) return [];
  const rows = kinds
    .slice(0, mostShown)
    .map(({ kind, hold, parents, rate, low, high }) => [
      oneLine(toScreen(kind ?? '')),
      `${thousands(hold)} of ${thousands(parents)}`,
      share({ rate } as Slice['rate']),
      interval({ low, high } as Slice['rate']),
    ]);
  const head = ['robust against', 'hold', 'share', '95 % interval'].map((text) => on.quiet(text));
  return ['', ...(await table(head, rows, on.width))];
}

/** The pass rate by tag, by kind of attack, and the verdicts by grader where there are several. */
export async function slices(arm: ArmSummary, on: Canvas): Promise<string[]> {
  return [
    ...(await section('by tag', arm.tags, arm, on)),
    ...(await section('by attack', arm.adversarial, arm, on)),
    ...(await robust(arm, on)),
    ...(await graders(arm, on)),
  ];
}
