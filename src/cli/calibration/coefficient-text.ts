import type { Coefficient } from '../../domain/calibration.ts';

/** `0.65 (95 %: 0.41 to 0.79)`. */
export function coefficientText({ value, low, high }: Coefficient): string {
  if (value === null || low === null || high === null) return 'cannot be told';
  return `${value.toFixed(2)} (95 %: ${low.toFixed(2)} to ${high.toFixed(2)})`;
}
