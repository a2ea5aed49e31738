import type { Coefficient } from '../../domain/calibration.ts';

/** A coefficient with its limits; all null where it is not defined, as limits of anything at all say nothing. */
export function toCoefficient(value: number | null, low: number, high: number): Coefficient {
  return value === null ? { value: null, low: null, high: null } : { value, low, high };
}
