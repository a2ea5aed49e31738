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
    problems: (read, names) => [
      ...noSuites(entries, names),
      ...noCases(
        entries.filter(({ suite, case: id }) => read.includes(suite) && !seen.get(suite)!.has(id)),
        seen,
      ),
    ],
  };
}

/** Suites that there are none of, each told once, at its first entry. */
function noSuites(entries: readonly QuarantineEntry[], names: readonly string[]): Problem[] {
  const lost = entries.filter(({ suite }) => !names.includes(suite));
  return [...new Set(lost.map(({ suite }) => suite))].map((suite) => {
    const own = lost.filter((one) => one.suite === suite);
    const place = own[0]!.at('suite');
    const suggestion = closest(suite, names);
    return problems.quarantineSuite({ suite, entries: own.length, suggestion, names, place });
  });
}

/** Cases that their suites do not have, all in one problem, at the first of them. */
function noCases(lost: readonly QuarantineEntry[], seen: ReadonlyMap<string, Set<string>>): Problem[] {
  const cases = lost.map(({ suite, case: id }) => ({
    ...{ suite, id },
    suggestion: closest(id, [...seen.get(suite)!]),
  }));
  return lost.slice(0, 1).map(({ at }) => problems.quarantineCase({ cases, place: at('case') }));
}
