import { closest } from '../text/closest.ts';
import type { Problem } from './problem.ts';
import { fileProblems as problems } from './problems/file-problems.ts';

/** A shelf: named entries of one kind, in the order in which they were put there. */
export type Catalog<T extends { name: string }> = {
  kind: string;
  has(name: string): boolean;
  get(name: string): T | undefined;
  names(): string[];
  all(): T[];
  /** A new shelf that also holds `more`. Throws when a name is already taken. */
  with(...more: T[]): Catalog<T>;
  /** The problem to report when `name` is not here, with the closest name as a suggestion. */
  unknown(name: string): Problem;
};

/** Makes a shelf. Throws `Error` when two entries share a name: that is a mistake in the program. */
export function catalog<T extends { name: string }>(kind: string, entries: readonly T[]): Catalog<T> {
  const byName = new Map<string, T>();
  for (const entry of entries) {
    if (byName.has(entry.name)) throw new Error(`two ${kind}s are named "${entry.name}"`);
    byName.set(entry.name, entry);
  }
  const names = () => [...byName.keys()];
  return {
    kind,
    names,
    has: (name) => byName.has(name),
    get: (name) => byName.get(name),
    all: () => [...byName.values()],
    with: (...more) => catalog(kind, [...entries, ...more]),
    unknown: (name) =>
      problems.unknownName({ kind, name, suggestion: closest(name, names()), names: names() }),
  };
}
