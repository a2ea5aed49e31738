import { distance } from 'fastest-levenshtein';

/** The name that was probably meant: at most a third of its letters differ. Undefined when none is near. */
export function closest(name: string, names: readonly string[]): string | undefined {
  let best: { name: string; edits: number } | undefined;
  for (const candidate of names) {
    const edits = distance(name.toLowerCase(), candidate.toLowerCase());
    if (
      edits <= Math.max(1, Math.floor(Math.max(name.length, candidate.length) / 3)) &&
      edits < (best?.edits ?? Number.POSITIVE_INFINITY)
    ) {
      best = { name: candidate, edits };
    }
  }
  return best?.name;
}
