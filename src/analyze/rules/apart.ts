const mostDigits = 8;

/** Two numbers in words, with as many digits as it takes to see that they differ. */
export function apart(format: (value: number, digits: number) => string, a: number, b: number, digits = 1) {
  let shown = digits;
  while (a !== b && shown < mostDigits && format(a, shown) === format(b, shown)) shown += 1;
  return [format(a, shown), format(b, shown)] as const;
}
