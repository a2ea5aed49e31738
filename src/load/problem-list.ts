import type { Problem } from '../domain/problem.ts';
import { problems } from '../domain/problems.ts';

/** Gathers problems: so many of one kind from one file, then only their number. */
export type ProblemList = { add(found: readonly Problem[]): void; all(): Problem[] };

/** Nobody reads on after so many of the same. */
const most = 20;

/** Starts a list. It stays small, whatever a data file of a million rows has wrong. */
export function problemList(): ProblemList {
  const kept: Problem[] = [];
  const counts = new Map<string, Count>();
  const add = (problem: Problem) => {
    const file = problem.place?.file;
    if (file === undefined) return void kept.push(problem);
    const key = `${problem.code} ${file}`;
    const known = counts.get(key) ?? { first: problem, file, count: 0 };
    counts.set(key, known);
    known.count += 1;
    if (known.count <= most) kept.push(problem);
  };
  return {
    add: (found) => found.forEach(add),
    all: () => [...kept, ...[...counts.values()].filter(({ count }) => count > most).map(rest)],
  };
}

type Count = { first: Problem; file: string; count: number };

const rest = ({ first: { code, severity }, file, count }: Count): Problem => ({
  ...problems.moreOfTheSame({ code, file, count: count - most }),
  severity,
});
