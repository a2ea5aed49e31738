/** How many families of one size there are. */
export type SizeClass = { size: number; count: number };

/** Of more families of one size, so many more or fewer than their share are tried. */
const widest = 100;

/**
 * How many families of each size to take so that the cases in them are as near to `share` of all as whole families allow;
 * where several choices are, the one that takes of each size about the same share. Exact for up to 200 families of one size.
 */
export function splitSizes(classes: readonly SizeClass[], share: number): number[] {
  const wanted = share * classes.reduce((sum, { size, count }) => sum + size * count, 0);
  let states = new Map([[0, { cost: 0, takes: [] as number[] }]]);
  for (const { size, count } of classes) {
    const ideal = share * count;
    const [fewest, most] = [
      Math.max(0, Math.ceil(ideal - widest)),
      Math.min(count, Math.floor(ideal + widest)),
    ];
    const next: typeof states = new Map();
    for (const [total, { cost, takes }] of states)
      for (let take = fewest; take <= most; take++) {
        const sum = total + take * size;
        const more = cost + Math.abs(take - ideal) * size;
        if (more < (next.get(sum)?.cost ?? Infinity)) next.set(sum, { cost: more, takes: [...takes, take] });
      }
    states = next;
  }
  const off = (total: number) => Math.abs(total - wanted);
  const [best] = [...states].sort(
    ([a, one], [b, other]) => off(a) - off(b) || one.cost - other.cost || a - b,
  );
  return best![1].takes;
}
