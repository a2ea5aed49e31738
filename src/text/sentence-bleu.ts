const orders = [1, 2, 3, 4];

function countGrams(tokens: readonly string[], order: number): Map<string, number> {
  const counts = new Map<string, number>();
  for (let at = 0; at + order <= tokens.length; at++) {
    const gram = tokens.slice(at, at + order).join(' ');
    counts.set(gram, (counts.get(gram) ?? 0) + 1);
  }
  return counts;
}

function countCorrect(tokens: readonly string[], references: readonly string[][], order: number): number {
  const known = references.map((reference) => countGrams(reference, order));
  let correct = 0;
  for (const [gram, count] of countGrams(tokens, order)) {
    correct += Math.min(count, Math.max(...known.map((counts) => counts.get(gram) ?? 0)));
  }
  return correct;
}

/** Length of the reference that is closest to `length`; of two as close, the shorter. */
function closestLength(length: number, references: readonly string[][]): number {
  return references
    .map((reference) => reference.length)
    .reduce((best, each) => {
      const gain = Math.abs(best - length) - Math.abs(each - length);
      return gain > 0 || (gain === 0 && each < best) ? each : best;
    });
}

/**
 * BLEU of one sentence against its references, 0..1 (Papineni et al. 2002, equation for BP and the geometric mean of
 * the n-gram precisions up to 4). An order without a match counts as 1 / (2^k total), k the matchless orders so far
 * (NIST's exponential smoothing), and orders longer than the sentence are left out, as sacrebleu does for sentences.
 */
export function sentenceBleu(tokens: readonly string[], references: readonly string[][]): number {
  const counts = orders
    .map((order) => ({ total: Math.max(0, tokens.length - order + 1), order }))
    .filter(({ total }) => total > 0)
    .map(({ total, order }) => ({ total, correct: countCorrect(tokens, references, order) }));
  if (references.length === 0 || !counts.some(({ correct }) => correct > 0)) return 0;
  let halved = 1;
  const logs = counts.map(({ total, correct }) => {
    if (correct > 0) return Math.log(correct / total);
    halved *= 2;
    return Math.log(1 / (halved * total));
  });
  const brevity = Math.min(1, Math.exp(1 - closestLength(tokens.length, references) / tokens.length));
  return brevity * Math.exp(logs.reduce((sum, log) => sum + log, 0) / logs.length);
}
