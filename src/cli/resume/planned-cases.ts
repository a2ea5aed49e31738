import type { Plan } from '../../plan/plan.ts';

/** What a row is held against: the content of its case now, and where that is read again. */
export type PlannedCase = { digest: string; gradersDigest: string; index: number };

/** The cases of a plan, by suite and by id. */
export type PlannedCases = ReadonlyMap<string, ReadonlyMap<string, PlannedCase>>;

/** Goes once through all cases of a plan. Rejects when a data file changed meanwhile. */
export async function plannedCases({ suites }: Pick<Plan, 'suites'>): Promise<PlannedCases> {
  const all = new Map<string, Map<string, PlannedCase>>();
  for (const { suite, order } of suites) {
    const cases = new Map<string, PlannedCase>();
    for (const index of order) {
      const reading = suite.cases.read(index);
      const { id, digest, gradersDigest } = reading instanceof Promise ? await reading : reading;
      cases.set(id, { digest, gradersDigest, index });
    }
    all.set(suite.name, cases);
  }
  return all;
}
