/** A word (lower case) with capitals where the model has them: all of it, or the first letter. */
export function inCaseOf(model: string, word: string): string {
  if (model.length > 1 && model === model.toUpperCase()) return word.toUpperCase();
  const first = String.fromCodePoint(model.codePointAt(0)!);
  if (first === first.toLowerCase()) return word;
  const [start = '', ...rest] = word;
  return start.toUpperCase() + rest.join('');
}
