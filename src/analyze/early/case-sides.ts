import type { TrialRow } from '../../domain/trial-row.ts';
import type { PairSide } from '../gate/gate-pair.ts';
import type { EarlyCase } from './early-case.ts';

/** Collects the answers of an arm by case, until they are counted. */
export type CaseSides = {
  add(row: Pick<TrialRow, 'case' | 'repeat' | 'status'>): void;
  /** All planned repeats of it are there. */
  isDone(one: EarlyCase): boolean;
  /** What came of a case that is done; it is forgotten then. */
  take(one: EarlyCase): PairSide;
};

/** Starts a table with so many planned repeats a case; others are left out, as is a repeat that comes twice. */
export function caseSides(repeat: number): CaseSides {
  const cases = new Map<string, Map<number, TrialRow['status']>>();
  return {
    add({ case: id, repeat: number, status }) {
      if (number > repeat) return;
      const known = cases.get(id) ?? new Map<number, TrialRow['status']>();
      cases.set(id, known);
      if (!known.has(number)) known.set(number, status);
    },
    isDone: ({ id }) => cases.get(id)?.size === repeat,
    take({ id }) {
      const statuses = [...(cases.get(id)?.values() ?? [])];
      cases.delete(id);
      const number = (status: TrialRow['status']) => statuses.filter((one) => one === status).length;
      const [passed, failed] = [number('passed'), number('failed')];
      return { passed, of: passed + failed, open: repeat - passed - failed };
    },
  };
}
