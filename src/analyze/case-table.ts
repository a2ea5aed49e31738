import type { CaseResult } from '../domain/case-result.ts';
import type { TrialRow } from '../domain/trial-row.ts';
import { exactSum } from '../stats/exact-sum.ts';

/** Collects rows by case. */
export type CaseTable = {
  add(row: TrialRow): void;
  /** Cases with any row, those that are only observed too. */
  size(): number;
  /** Cases that are only observed, in the order in which they came. */
  observed(): string[];
  /** Graded cases in the order of their ids. */
  end(): CaseResult[];
};

type Collected = Omit<CaseResult, 'of' | 'open' | 'score'> & { scores: number[]; isObserved: boolean };

const byCode = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

function mean(scores: readonly number[]): number | null {
  if (scores.length === 0) return null;
  const sum = exactSum();
  for (const score of scores) sum.add(score);
  return sum.end() / scores.length;
}

function start(row: TrialRow, tags: string[]): Collected {
  const { case: id, caseDigest: digest, gradersDigest: graders = '', weight, group, adversarial } = row;
  const names = {
    ...(group === undefined ? {} : { group }),
    ...(adversarial === undefined ? {} : { adversarial }),
  };
  return { id, digest, graders, passed: 0, weight, ...names, tags, scores: [], isObserved: false };
}

function count(one: Collected, { status, score }: TrialRow): void {
  if (status === 'skipped') one.isObserved = true;
  if (status === 'passed') one.passed += 1;
  if (status === 'passed' || status === 'failed') one.scores.push(score ?? 0);
}

function toResult({ scores, isObserved: _, ...one }: Collected, repeat: number): CaseResult {
  const { id, digest, graders, passed, ...rest } = one;
  const of = scores.length;
  return { id, digest, graders, passed, of, open: Math.max(0, repeat - of), score: mean(scores), ...rest };
}

/** Many cases have the same tags: one list serves them all. */
function tagLists() {
  const lists = new Map<string, string[]>();
  return (tags: string[]) => {
    const key = JSON.stringify(tags);
    const list = lists.get(key) ?? tags;
    lists.set(key, list);
    return list;
  };
}

/** Starts a table of cases with so many planned repeats each; what has no verdict, or no row, is open. */
export function caseTable(repeat: number): CaseTable {
  const cases = new Map<string, Collected>();
  const listOf = tagLists();
  return {
    add(row) {
      const one = cases.get(row.case) ?? start(row, listOf(row.tags));
      cases.set(row.case, one);
      count(one, row);
    },
    size: () => cases.size,
    observed: () => [...cases.values()].filter(({ isObserved }) => isObserved).map(({ id }) => id),
    end() {
      const graded = [...cases.values()].filter(({ isObserved }) => !isObserved);
      return graded.sort((a, b) => byCode(a.id, b.id)).map((one) => toResult(one, repeat));
    },
  };
}
