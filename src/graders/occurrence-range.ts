/** The range that `min` and `max` leave: once or more when neither is given. Counting may stop at `enough`. */
export function occurrenceRange({ min, max }: { min?: number; max?: number }) {
  const low = min ?? (max === undefined ? 1 : 0);
  const high = max ?? Number.POSITIVE_INFINITY;
  return {
    low,
    high,
    enough: max === undefined ? Math.max(1, low) : max + 1,
    holds: (count: number) => count >= low && count <= high,
    isEmpty: low > high,
    text:
      max === undefined
        ? `at least ${low}`
        : min === undefined
          ? `at most ${max}`
          : min === max
            ? `exactly ${min}`
            : `${min} to ${max}`,
  };
}
