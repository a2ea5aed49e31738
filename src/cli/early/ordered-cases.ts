import type { Case } from '../../domain/case.ts';
import { earlyOrder } from '../../plan/early-order.ts';
import type { PlannedSuite } from '../../plan/plan.ts';

/** A case without its texts, and where it is read again. */
export type OrderedCase = Omit<Case, 'vars' | 'expect' | 'meta' | 'checks'> & { index: number };

/** The cases of a suite in the order that the key gives them. Goes through all of them; rejects when a file changed meanwhile. */
export async function orderedCases({ suite, order }: PlannedSuite, key: string): Promise<OrderedCase[]> {
  const cases: OrderedCase[] = [];
  for (const index of order) {
    const reading = suite.cases.read(index);
    const one = reading instanceof Promise ? await reading : reading;
    const { vars: _, expect: __, meta: ___, checks: ____, ...known } = one;
    cases.push({ ...known, index });
  }
  return earlyOrder(cases, key);
}
