/**
 * How many tests anyone can get to in `looks` looks of one bit each, whatever they make of the bits, when after
 * `promotions` passes it is over: Σ_{j≤K} Σ_{r<R} C(j−1, r). Until the first pass every answer is the same, so that which
 * candidate comes next was fixed beforehand: each of so many tests at alpha / their number keeps alpha over all of them.
 * Throws `RangeError` unless both are whole numbers of at least 1.
 * Source: Nakkiran & Błasiok 2018; Renggli et al. 2019.
 */
export function reachableTests(looks: number, promotions: number): number {
  for (const one of [looks, promotions])
    if (!Number.isInteger(one) || one < 1) throw new RangeError(`${one} is no number of looks or promotions`);
  let tests = 0;
  for (let before = 0; before < looks; before++) {
    let ways = 1;
    for (let passed = 0; passed < promotions && passed <= before; passed++) {
      tests += ways;
      ways = (ways * (before - passed)) / (passed + 1);
    }
  }
  return tests;
}
