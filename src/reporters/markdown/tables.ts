import type { ArmSummary, Slice, SuiteSummary } from '../../domain/summary.ts';
import { duration } from '../../text/duration.ts';
import { escapeMarkdown } from '../../text/escape-markdown.ts';
import { thousands } from '../../text/thousands.ts';
import { armLabels } from '../wording/arm-labels.ts';
import { interval } from '../wording/interval.ts';
import { judgedRate } from '../wording/judged-rate.ts';
import { price } from '../wording/price.ts';
import { share } from '../wording/share.ts';
import { tellingSlices } from '../wording/telling-slices.ts';
import { escapeSentence } from './escape-sentence.ts';
import { table } from './table.ts';

const mostSlices = 12;

/** A rate that judges have a part in says so. */
function judged(arm: ArmSummary): string {
  const words = judgedRate(arm);
  return words === undefined ? '' : `, ${escapeSentence(words)}`;
}

function arms({ arms }: SuiteSummary): string {
  const labels = armLabels(arms);
  const rows = arms.map((arm, index) => [
    escapeMarkdown(labels[index] ?? arm.arm),
    `${thousands(arm.rate.passed)} of ${thousands(arm.rate.of)}`,
    share(arm.rate) + (arm.weighted ? ` (${share(arm.weighted)} by weight)` : '') + judged(arm),
    interval(arm.rate),
    price(arm, arms.length > 1),
    arm.latency ? duration(arm.latency.p50) : '–',
    arm.latency ? duration(arm.latency.p95) : '–',
  ]);
  return table(['', 'passed', 'rate', '95 % interval', 'cost', 'p50', 'p95'], rows);
}

function slices(title: string, all: readonly Slice[], arm: ArmSummary): string {
  const list = tellingSlices(all, arm);
  if (list.length === 0) return '';
  const worst = list.slice(0, mostSlices);
  const rows = worst.map(({ name, rate }) => [
    escapeMarkdown(name),
    `${thousands(rate.passed)} of ${thousands(rate.of)}`,
    share(rate),
    interval(rate),
  ]);
  return table([title, 'passed', 'rate', '95 % interval'], rows);
}

function ofArm(arm: ArmSummary): string {
  return slices('by tag', arm.tags, arm) + slices('by attack', arm.adversarial, arm);
}

/** The arms of a suite side by side, and where there is one arm its slices, the worst first; a comparison has told of them, but for a holdout. */
export function tables(suite: SuiteSummary): string {
  const [only, ...others] = suite.arms;
  const hasSlices = only && others.length === 0 && (!only.comparison || suite.holdout !== undefined);
  return arms(suite) + (hasSlices ? ofArm(only) : '');
}
