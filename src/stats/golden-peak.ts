const golden = (Math.sqrt(5) - 1) / 2;

/** The greatest value that `f` takes between `low` and `high`, where it has one peak: by golden section. */
export function goldenPeak(f: (x: number) => number, low: number, high: number): number {
  let [left, right] = [high - golden * (high - low), low + golden * (high - low)];
  let [atLeft, atRight] = [f(left), f(right)];
  let [from, to] = [low, high];
  for (let step = 0; step < 40; step++) {
    if (atLeft >= atRight) {
      to = right;
      [right, atRight] = [left, atLeft];
      left = to - golden * (to - from);
      atLeft = f(left);
    } else {
      from = left;
      [left, atLeft] = [right, atRight];
      right = from + golden * (to - from);
      atRight = f(right);
    }
  }
  return Math.max(atLeft, atRight);
}
