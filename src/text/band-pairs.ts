/**
 * The pairs of signatures (by their places, the earlier first) that agree in all values of at least one band of `rows`
 * values, each once. Signatures are of one length; undefined ones are in no pair.
 */
export function* bandPairs(
  signatures: readonly (Uint32Array | undefined)[],
  rows: number,
): Generator<[left: number, right: number]> {
  const bands = Math.floor((signatures.find((one) => one !== undefined)?.length ?? 0) / rows);
  const seen = new Set<number>();
  for (let band = 0; band < bands; band++) {
    const holders = new Map<string, number[]>();
    for (const [right, signature] of signatures.entries()) {
      if (!signature) continue;
      const key = signature.subarray(band * rows, (band + 1) * rows).join();
      const bucket = holders.get(key) ?? [];
      if (bucket.length === 0) holders.set(key, bucket);
      for (const left of bucket) {
        const pair = left * signatures.length + right;
        if (!seen.has(pair)) yield [left, right];
        seen.add(pair);
      }
      bucket.push(right);
    }
  }
}
