/**
 * pass^k, 0..1: the chance that k of a case's runs, taken from it at random, all passed: C(passed, k)/C(of, k), which
 * is unbiased where (passed/of)^k is too high. Null for k > of: so few runs cannot say.
 * Throws `RangeError` unless passed, of and k are whole numbers with 0 <= passed <= of and k >= 1.
 * Source: Yao et al. 2024 (tau-bench).
 */
export function passHatK(passed: number, of: number, k: number): number | null {
  const isSound = [passed, of, k].every(Number.isSafeInteger) && passed >= 0 && passed <= of && k >= 1;
  if (!isSound) throw new RangeError(`no pass^k of ${passed} of ${of} at k = ${k}`);
  if (k > of) return null;
  const [taken, steps] = k <= of - passed ? [passed, k] : [of - k, of - passed];
  let chance = 1;
  for (let step = 0; step < steps && chance > 0; step++) chance *= Math.max(0, taken - step) / (of - step);
  return chance;
}
