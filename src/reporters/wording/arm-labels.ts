import type { ArmSummary } from '../../domain/summary.ts';

/** What tells arms apart: the model where the prompt is one, the prompt where the model is one, else both. */
export function armLabels(arms: readonly Pick<ArmSummary, 'arm' | 'prompt' | 'model'>[]): string[] {
  const isOne = (values: unknown[]) => new Set(values).size === 1;
  if (isOne(arms.map((arm) => arm.prompt))) return arms.map((arm) => arm.model);
  if (isOne(arms.map((arm) => arm.model))) return arms.map((arm) => arm.prompt ?? arm.arm);
  return arms.map((arm) => arm.arm);
}
