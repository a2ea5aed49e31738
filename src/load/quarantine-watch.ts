import type { Case } from '../domain/case.ts';
import type { Problem } from '../domain/problem.ts';
import { problems } from '../domain/problems.ts';
import { closest } from '../text/closest.ts';
import type { QuarantineEntry } from './read-quarantine.ts';

type Keep = (suite: string) => (one: Case) => boolean;

/** Sees the cases that go by when suites are read, and says which entries of the quarantine name none of them. */
export type QuarantineWatch = {
  /** What narrows the cases, with somebody who looks at all of them; as it is for suites that no entry names. */
  watching(keep: Keep): Keep;
  /** After all have gone by; `read` are the suites in which nothing was wrong, `names` those that there are. */
  problems(read: readonly string[], names: readonly string[]): Problem[];
};

/** Keeps the ids of the suites that the entries name: one of them may be what was meant. */
export function quarantineWatch(entries: readonly QuarantineEntry[]): QuarantineWatch {
  const seen = new Map<string, Set<string>>(entries.map(({ suite }) => [suite, new Set()]));
  return {
    watching: (keep) => (suite) => {
      const [ids, isKept] = [seen.get(suite), keep(suite)];
      if (!ids) return isKept;
      return (one) => {
        ids.add(one.id);
        return isKept(one);
      };
    },
    problems: (read, names) =>
      entries.flatMap((entry) => {
        const { suite, case: id } = entry;
        if (!names.includes(suite))
          return [
            problems.quarantineSuite({
              suite,
              suggestion: closest(suite, names),
              names,
              place: entry.at('suite'),
            }),
          ];
        const ids = seen.get(suite)!;
        if (!read.includes(suite) || ids.has(id)) return [];
        return [
          problems.quarantineCase({ suite, id, suggestion: closest(id, [...ids]), place: entry.at('case') }),
        ];
      }),
  };
}
