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
  const start: Choices = new Map([[0, { cost: 0, takes: [] }]]);
  const choices = classes.reduce((states, one) => withClass(states, one, share), start);
  const off = (total: number) => Math.abs(total - wanted);
  const [best] = [...choices].sort(
    ([a, one], [b, other]) => off(a) - off(b) || one.cost - other.cost || a - b,
  );
  return best![1].takes;
}

/** For each number of cases the best choice so far; `cost` is in cases, how far the sizes are from their shares. */
type Choices = Map<number, { cost: number; takes: number[] }>;

function withClass(states: Choices, { size, count }: SizeClass, share: number): Choices {
  const ideal = share * count;
  const fewest = Math.max(0, Math.ceil(ideal - widest));
  const most = Math.min(count, Math.floor(ideal + widest));
  const next: Choices = new Map();
  for (const [total, { cost, takes }] of states)
    for (let take = fewest; take <= most; take++) {
      const sum = total + take * size;
      const more = cost + Math.abs(take - ideal) * size;
      if (more < (next.get(sum)?.cost ?? Infinity)) next.set(sum, { cost: more, takes: [...takes, take] });
    }
  return next;
}
