/**
 * What is left of a discordance of single answers (0..1) when each side is the mean of its repeats: half of the variance
 * of a pair is of either side, and repeats divide it. Null and undefined stay what they are.
 */
export function byRepeats<Known extends number | null | undefined>(
  discordance: Known,
  { baseline, candidate }: { baseline: number; candidate: number },
): Known {
  if (typeof discordance !== 'number') return discordance;
  return ((discordance * (1 / baseline + 1 / candidate)) / 2) as Known;
}
