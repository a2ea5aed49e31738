import { passHatK } from './pass-hat-k.ts';

/**
 * pass@k, 0..1: the chance that at least one passed of k of a case's runs, taken from it at random:
 * 1 - C(of - passed, k)/C(of, k). Null for k > of. Throws `RangeError` unless passed, of and k are whole numbers with
 * 0 <= passed <= of and k >= 1. Source: Chen et al. 2021 (the unbiased form).
 */
export function passAtK(passed: number, of: number, k: number): number | null {
  const failed = passHatK(of - passed, of, k);
  return failed === null ? null : 1 - failed;
}
