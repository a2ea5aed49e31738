/** Random numbers of several kinds, from those in [0, 1). */
export type Draws = {
  uniform(): number;
  gaussian(): number;
  /** Of mean `mean` (0..1), two draws with which agree with an intraclass correlation of `icc` (0..1). */
  beta(mean: number, icc: number): number;
  /** How many of `of` came up, each with the chance `p`. */
  binomial(of: number, p: number): number;
};

/** Marsaglia & Tsang 2000; below a shape of 1 by the usual boost. */
function gamma(shape: number, draws: Pick<Draws, 'uniform' | 'gaussian'>): number {
  if (shape < 1) return gamma(shape + 1, draws) * (1 - draws.uniform()) ** (1 / shape);
  const d = shape - 1 / 3;
  for (;;) {
    const x = draws.gaussian();
    const v = (1 + x / Math.sqrt(9 * d)) ** 3;
    if (v > 0 && Math.log(1 - draws.uniform()) < x ** 2 / 2 + d - d * v + d * Math.log(v)) return d * v;
  }
}

export function drawsOf(uniform: () => number): Draws {
  const gaussian = () => Math.sqrt(-2 * Math.log(1 - uniform())) * Math.cos(2 * Math.PI * uniform());
  return {
    uniform,
    gaussian,
    beta(mean, icc) {
      if (icc === 0 || mean <= 0 || mean >= 1) return mean;
      const size = 1 / icc - 1;
      const [a, b] = [
        gamma(mean * size, { uniform, gaussian }),
        gamma((1 - mean) * size, { uniform, gaussian }),
      ];
      return a / (a + b);
    },
    binomial(of, p) {
      let passed = 0;
      for (let i = 0; i < of; i++) if (uniform() < p) passed++;
      return passed;
    },
  };
}
