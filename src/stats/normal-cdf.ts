const density = (z: number) => Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI);

/** P(0 < Z < z) for small |z|, by its power series. */
function middle(z: number): number {
  let term = z;
  let sum = z;
  for (let k = 3; k < 100; k += 2) {
    term *= (z * z) / k;
    sum += term;
  }
  return density(z) * sum;
}

/** P(Z > z) for z >= 2.5, by Laplace's continued fraction, which keeps the digits of a small tail. */
function upper(z: number): number {
  let value = z;
  for (let k = 200; k > 0; k--) value = z + k / value;
  return density(z) / value;
}

/**
 * The standard normal distribution function P(Z <= z), 0..1, with its digits kept in the lower tail: for a small
 * upper tail ask for `normalCdf(-z)`. NaN is refused with a RangeError.
 * Source: DLMF 7.6.2 (series) and 7.9.1 (continued fraction).
 */
export function normalCdf(z: number): number {
  if (Number.isNaN(z)) throw new RangeError('z is a number');
  if (Math.abs(z) < 2.5) return 0.5 + middle(z);
  return z < 0 ? upper(-z) : 1 - upper(z);
}
