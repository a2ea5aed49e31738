/**
 * A sample of marks, each once and sorted: of every `window` marks in a row the least. Whatever holds a whole window of
 * them holds one of the sample, wherever it begins. Where there are fewer marks than that, their least; a window of 1 keeps all.
 * Source: Schleimer, Wilkerson, Aiken 2003, Winnowing: local algorithms for document fingerprinting.
 */
export function winnowed(marks: readonly string[], window: number): string[] {
  const kept = new Set<string>();
  const last = marks.length === 0 ? -1 : Math.max(0, marks.length - window);
  for (let start = 0; start <= last; start++) kept.add(marks.slice(start, start + window).sort()[0]!);
  return [...kept].sort();
}
