import { binomialMass } from './binomial-mass.ts';

/** What is less likely than this is left out. */
const least = 1e-60;

/** The masses on one side of the mode, outwards, by the ratio of neighbours. */
function outwards(start: number, steps: number, ratio: (step: number) => number): number[] {
  const masses: number[] = [];
  let mass = start;
  for (let step = 0; step < steps && mass >= least; step++) {
    mass *= ratio(step);
    masses.push(mass);
  }
  return masses;
}

/**
 * The masses of a binomial distribution (`n` trials, success rate `p`, 0..1) at all counts where they are at least
 * 10^-60, in one pass: those of `from`, `from` + 1 and so on.
 */
export function binomialWindow(n: number, p: number): { from: number; masses: number[] } {
  const mode = Math.min(n, Math.floor((n + 1) * p));
  const peak = binomialMass(mode, n, p);
  const odds = p / (1 - p);
  const below = outwards(peak, mode, (step) => (mode - step) / (n - mode + step + 1) / odds);
  const above = outwards(peak, n - mode, (step) => ((n - mode - step) / (mode + step + 1)) * odds);
  return { from: mode - below.length, masses: [...below.reverse(), peak, ...above] };
}
