/** ln Γ(z+1) less Stirling's formula; by its series above 15, and by recurrence from there below. */
function stirlingError(z: number): number {
  let error = 0;
  let at = z;
  while (at < 15) {
    error += (at + 0.5) * Math.log1p(1 / at) - 1;
    at += 1;
  }
  const s = 1 / (at * at);
  const series =
    1 / 12 - s * (1 / 360 - s * (1 / 1260 - s * (1 / 1680 - s * (1 / 1188 - (s * 691) / 360_360))));
  return error + series / at;
}

/** x·ln(x/mean) + mean - x, without the cancellation where x is near its mean. */
function deviance(x: number, mean: number): number {
  const gap = x - mean;
  if (Math.abs(gap) >= 0.1 * (x + mean)) return x * Math.log(x / mean) + mean - x;
  const v = gap / (x + mean);
  let sum = gap * v;
  let term = 2 * x * v;
  for (let j = 1; j < 1000; j++) {
    term *= v * v;
    const next = sum + term / (2 * j + 1);
    if (next === sum) break;
    sum = next;
  }
  return sum;
}

/**
 * The binomial density Γ(n+1)/(Γ(k+1)Γ(n-k+1))·p^k·(1-p)^(n-k) for real 0 < k < n and 0 < p < 1, with n = k + rest.
 * Source: Loader 2000, "Fast and accurate computation of binomial probabilities" (saddle-point form).
 */
export function binomialDensity(k: number, rest: number, p: number): number {
  const n = k + rest;
  const exponent =
    stirlingError(n) -
    stirlingError(k) -
    stirlingError(rest) -
    deviance(k, n * p) -
    deviance(rest, n * (1 - p));
  return Math.sqrt(n / (2 * Math.PI * k * rest)) * Math.exp(exponent);
}
