import { binomialDensity } from './binomial-density.ts';

/** P(X = k), 0..1, for X binomial of `n` trials with success rate `p` (0..1); 0 where `k` is no count of them. */
export function binomialMass(k: number, n: number, p: number): number {
  if (k < 0 || k > n) return 0;
  if (k === 0) return n === 0 ? 1 : Math.exp(n * Math.log1p(-p));
  if (k === n) return p ** n;
  return p <= 0 || p >= 1 ? 0 : binomialDensity(k, n - k, p);
}
