import { mixed } from './mixed.ts';

/** FNV-1a (Fowler, Noll, Vo), 32 bits. */
const [basis, prime] = [0x811c9dc5, 0x01000193];

/**
 * The set of all runs of `size` characters (UTF-16 units) of a text, each as a number of 32 bits (FNV-1a, then mixed),
 * in rising order. A text that is shorter is one run by itself; an empty one has none. Two runs share a number by chance
 * once in 4 thousand million. `kind` keeps runs of different kinds of text apart.
 * Source: Broder 1997, On the resemblance and containment of documents.
 */
export function shingles(text: string, size = 5, kind = 0): Uint32Array {
  const numbers = new Set<number>();
  const last = text === '' ? -1 : Math.max(0, text.length - size);
  for (let start = 0; start <= last; start++) {
    let hash = basis ^ kind;
    const end = Math.min(text.length, start + size);
    for (let at = start; at < end; at++) hash = Math.imul(hash ^ text.charCodeAt(at), prime);
    numbers.add(mixed(hash));
  }
  return Uint32Array.from(numbers).sort();
}
