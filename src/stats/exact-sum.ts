/** A sum that is rounded once, at the end: whatever the order of the numbers, the result is the same. */
export type ExactSum = { add(x: number): void; end(): number };

/** Rounds non-overlapping parts (ascending) to the nearest number; a tie follows the sign of what lies below. */
function rounded(parts: readonly number[]): number {
  let at = parts.length - 1;
  let high = at >= 0 ? (parts[at] as number) : 0;
  let low = 0;
  while (at > 0 && low === 0) {
    const x = high;
    const y = parts[--at] as number;
    high = x + y;
    low = y - (high - x);
  }
  const below = at > 0 ? (parts[at - 1] as number) : 0;
  if ((low < 0 && below < 0) || (low > 0 && below > 0)) {
    const next = high + low * 2;
    if (low * 2 === next - high) return next;
  }
  return high;
}

/** Starts a sum of finite numbers. Source: Shewchuk 1997, adaptive precision floating-point arithmetic. */
export function exactSum(): ExactSum {
  let parts: number[] = [];
  return {
    add(x) {
      const next: number[] = [];
      let carry = x;
      for (const part of parts) {
        const [big, small] = Math.abs(carry) < Math.abs(part) ? [part, carry] : [carry, part];
        const high = big + small;
        const low = small - (high - big);
        if (low !== 0) next.push(low);
        carry = high;
      }
      next.push(carry);
      parts = next;
    },
    end: () => rounded(parts),
  };
}
