/** First and longest wait between attempts, and the longest that a provider may ask of us; milliseconds. */
const first = 500;
const longest = 30_000;
const longestAsked = 120_000;

/**
 * Milliseconds to wait before the next attempt: what the provider asked for (up to two minutes), else
 * full jitter, a random share of 0.5 s doubled with each attempt up to 30 s. `attempt` counts from 1; `random` is 0..1.
 * Source: M. Brooker, "Exponential Backoff and Jitter", AWS Architecture Blog, 2015.
 */
export function backoff(attempt: number, random: number, askedMs?: number): number {
  if (askedMs !== undefined) return Math.min(Math.max(askedMs, 0), longestAsked);
  return random * Math.min(longest, first * 2 ** (attempt - 1));
}
