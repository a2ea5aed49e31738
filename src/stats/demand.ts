/** Throws a RangeError with this sentence unless the condition holds; a comparison with NaN never does. */
export function demand(holds: boolean, sentence: string): void {
  if (!holds) throw new RangeError(sentence);
}
