/** Every sum ±x₁ ±x₂ … of the numbers, 2^n of them, in no particular order. */
export function allSignSums(numbers: readonly number[]): Float64Array {
  let sums = Float64Array.of(0);
  for (const x of numbers) {
    const next = new Float64Array(sums.length * 2);
    for (const [index, sum] of sums.entries()) {
      next[2 * index] = sum + x;
      next[2 * index + 1] = sum - x;
    }
    sums = next;
  }
  return sums;
}
