/** Sets with what they share, found from their members. */
export type OverlapIndex = {
  add(set: Uint32Array): void;
  /** Calls `visit` for each set that shares something with this one: its number in the order of adding, and how much. */
  overlaps(set: Uint32Array, visit: (index: number, common: number) => void): void;
};

/** An inverted index: from each number to the sets that hold it. */
export function overlapIndex(): OverlapIndex {
  const holders = new Map<number, number[]>();
  const counts: number[] = [];
  return {
    add(set) {
      for (const member of set) {
        const list = holders.get(member);
        if (list) list.push(counts.length);
        else holders.set(member, [counts.length]);
      }
      counts.push(0);
    },
    overlaps(set, visit) {
      const touched: number[] = [];
      for (const member of set)
        for (const index of holders.get(member) ?? []) if (counts[index]!++ === 0) touched.push(index);
      const commons = touched.map((index) => counts[index]!);
      for (const index of touched) counts[index] = 0;
      for (const [at, index] of touched.entries()) visit(index, commons[at]!);
    },
  };
}
