/** How many cases there are, how many of them are adversarial; how many, and which share (0..1), there should be. */
export type Coverage = { cases: number; adversarial: number; wanted: { cases: number; adversarial: number } };

/** Cases that are missing, and how many of them have to be adversarial. */
export type CoverageGap = { cases: number; adversarial: number };

/** A sum of shares may be this far from the whole number that it is. */
const rounding = 1e-9;

/**
 * The fewest cases that bring up both the number and the share, while none is taken out. That all are adversarial (a share
 * of 1) cannot be reached once there is a benign one: then all that are added are to be.
 */
export function coverageGap({ cases, adversarial, wanted }: Coverage): CoverageGap {
  const share = wanted.adversarial;
  const forShare = share < 1 ? Math.ceil((share * cases - adversarial) / (1 - share) - rounding) : 0;
  const more = Math.max(0, wanted.cases - cases, forShare);
  const attacks = Math.ceil(share * (cases + more) - adversarial - rounding);
  return { cases: more, adversarial: Math.min(more, Math.max(0, attacks)) };
}
