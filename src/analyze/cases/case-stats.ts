import type { Case } from '../../domain/case.ts';
import { naturalOrder } from '../../text/natural-order.ts';
import { caseCopies } from './case-copies.ts';
import type { CaseHistory } from './case-history.ts';
import { type HistoryStanding, historyStanding } from './history-standing.ts';
import { type LabelBalance, labelBalance } from './label-balance.ts';
import type { PlacedCase } from './placed-case.ts';

/** How often a name occurs. */
export type NameCount = { name: string; count: number };

/** A suite's cases in numbers. */
export type CaseStats = {
  suite: string;
  cases: number;
  adversarial: number;
  /** Made from another case. */
  variants: number;
  observed: number;
  untagged: number;
  /** How many different groups are named. */
  groups: number;
  /** The most frequent first. */
  tags: NameCount[];
  kinds: NameCount[];
  /** Kinds that there are, and no case is of. */
  untried: string[];
  /** Undefined where what is expected is no label. */
  labels: LabelBalance | undefined;
  /** Pairs of cases with the same input, and with nearly the same. */
  copies: { same: number; near: number };
  /** Stored runs that were read, and how many cases stand how by them. */
  runs: number;
  history: Record<HistoryStanding, number>;
};

/** What the numbers are made of. */
export type CountedSuite = {
  suite: string;
  cases: readonly PlacedCase[];
  kinds: readonly string[];
  runs: number;
  histories: ReadonlyMap<string, CaseHistory>;
};

/** Counts. Of an empty suite all is 0. */
export function caseStats({ suite, cases, kinds, runs, histories }: CountedSuite): CaseStats {
  const all = cases.map(({ one }) => one);
  const copies = caseCopies(cases);
  const same = copies.filter(({ likeness }) => likeness === 1).length;
  const tried = counts(all.flatMap(({ adversarial }) => adversarial ?? []));
  const isTried = new Set(tried.map(({ name }) => name));
  const number = (holds: (one: Case) => boolean) => all.filter(holds).length;
  return {
    suite,
    cases: all.length,
    adversarial: number(({ adversarial }) => adversarial !== undefined),
    variants: number(({ parent }) => parent !== undefined),
    observed: number(({ observe }) => observe),
    untagged: number(({ tags }) => tags.length === 0),
    groups: new Set(all.flatMap(({ group }) => group ?? [])).size,
    tags: counts(all.flatMap(({ tags }) => [...new Set(tags)])),
    kinds: tried,
    untried: kinds.filter((kind) => !isTried.has(kind)),
    labels: labelBalance(all),
    copies: { same, near: copies.length - same },
    runs,
    history: standings(all, histories),
  };
}

function counts(names: readonly string[]): NameCount[] {
  const found = new Map<string, number>();
  for (const name of names) found.set(name, (found.get(name) ?? 0) + 1);
  return [...found]
    .map(([name, count]) => ({ name, count }))
    .sort((a, b) => b.count - a.count || naturalOrder(a.name, b.name));
}

function standings(
  cases: readonly Case[],
  histories: ReadonlyMap<string, CaseHistory>,
): Record<HistoryStanding, number> {
  const found = { passes: 0, fails: 0, flaky: 0, tells: 0, unknown: 0 };
  for (const { id } of cases) found[historyStanding(histories.get(id))]++;
  return found;
}
