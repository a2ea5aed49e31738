/** Those who wait, in the order in which they came; the urgent before the others. */
export type UrgentLine<T> = {
  size(): number;
  /** Who is next. */
  first(): T | undefined;
  join(one: T, isUrgent: boolean): void;
  leave(one: T): void;
  /** Takes out, in their order, all for whom it holds. */
  leaveWhere(holds: (one: T) => boolean): T[];
};

/** An empty line. */
export function urgentLine<T>(): UrgentLine<T> {
  const lines: [Set<T>, Set<T>] = [new Set(), new Set()];
  const [urgent, others] = lines;
  return {
    size: () => urgent.size + others.size,
    first() {
      for (const one of urgent) return one;
      for (const one of others) return one;
      return undefined;
    },
    join: (one, isUrgent) => void lines[isUrgent ? 0 : 1].add(one),
    leave(one) {
      if (!urgent.delete(one)) others.delete(one);
    },
    leaveWhere(holds) {
      const left = lines.flatMap((line) => [...line].filter(holds));
      for (const one of left) if (!urgent.delete(one)) others.delete(one);
      return left;
    },
  };
}
