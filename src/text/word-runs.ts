/** Every run of `size` words, in order, joined by single spaces; none when there are fewer words. */
export function wordRuns(words: readonly string[], size: number): string[] {
  return Array.from({ length: Math.max(0, words.length - size + 1) }, (_, start) =>
    words.slice(start, start + size).join(' '),
  );
}
