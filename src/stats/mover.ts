/** One of the independent estimates that a sum is made of, with its own limits and the weight that it has in the sum. */
export type Term = { weight: number; value: number; low: number; high: number };

/**
 * How far the limits of Σ weight·value lie below and above it: from each limit of each value its variance near that
 * limit is recovered, and variances add up. A weight below 0 turns the limits of its value round.
 * The confidence is that of the limits. Both are 0 or more, and 0 only where every term's own reach is.
 * Source: method of variance estimates recovery (MOVER), Zou & Donner 2008; for two proportions it is method 10 of
 * Newcombe 1998.
 */
export function mover(terms: readonly Term[]): { below: number; above: number } {
  const down = ({ value, low }: Term) => value - low;
  const up = ({ value, high }: Term) => high - value;
  return {
    below: Math.hypot(...terms.map((term) => term.weight * (term.weight < 0 ? up(term) : down(term)))),
    above: Math.hypot(...terms.map((term) => term.weight * (term.weight < 0 ? down(term) : up(term)))),
  };
}
