/**
 * A number of cases that is enough, at least `from` and above `most` whatever it says: steps of a tenth up to the first
 * that is, and then back by bisection. Power has small setbacks on its way up, so that it need not be the very smallest.
 */
export function enoughCases(from: number, most: number, isEnough: (cases: number) => boolean): number {
  const holds = (cases: number) => cases > most || isEnough(cases);
  let [low, high] = [from - 1, from];
  while (!holds(high)) [low, high] = [high, Math.ceil(high * 1.1)];
  while (high - low > 1 + high / 100) {
    const at = Math.floor((low + high) / 2);
    if (holds(at)) high = at;
    else low = at;
  }
  return high;
}
