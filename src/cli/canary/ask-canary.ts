import type { TrialRow } from '../../domain/trial-row.ts';
import type { Lot } from '../../plan/plan.ts';
import { count } from '../../text/count.ts';
import type { Afresh } from '../evidence/afresh.ts';

/**
 * Asks the cases of the baselines again; `asked` are those of a run that is gone on with. Gives back how many were not
 * asked, as nothing more may be.
 */
export async function askCanary(
  lots: readonly Lot[],
  asked: readonly TrialRow[],
  { ask, keep, begin }: Afresh,
): Promise<number> {
  const left = asked.length === 0 ? lots : await notAsked(lots, asked);
  if (left.length === 0) return 0;
  begin(`asking ${count(left.length, 'case')} of the baseline again`);
  const rows = await Promise.all(
    left.map(async (lot) => {
      const row = await ask(lot);
      if (row) keep(row);
      return row;
    }),
  );
  return rows.filter((row) => row === undefined).length;
}

async function notAsked(lots: readonly Lot[], asked: readonly TrialRow[]): Promise<Lot[]> {
  const known = new Set(asked.map((row) => `${row.suite}\n${row.arm}\n${row.case}`));
  const left: Lot[] = [];
  for (const lot of lots) {
    const { id } = await lot.suite.cases.read(lot.index);
    if (!known.has(`${lot.suite.name}\n${lot.arm.id}\n${id}`)) left.push(lot);
  }
  return left;
}
