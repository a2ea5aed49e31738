/** Of signs of 6 bits, as many are the same by chance. */
const chance = 1 / 64;

/**
 * The Jaccard index that fits so many equal signs of all (`bandSigns`): the fourth root of the share, less what chance gives.
 * Of 128 signs its standard error is 0.03 from 0.5 on; below 0.35 it says little.
 */
export function signLikeness(equal: number, all: number): number {
  const share = (equal / all - chance) / (1 - chance);
  return Math.max(0, share) ** 0.25;
}
