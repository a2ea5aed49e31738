import type { Afresh, AskedAgain } from '../domain/afresh.ts';
import type { Evidence } from '../domain/evidence.ts';
import type { RunSuite } from '../domain/run.ts';
import type { TrialRow } from '../domain/trial-row.ts';
import { exactSum } from '../stats/exact-sum.ts';

const isVerdict = ({ status }: TrialRow) => status === 'passed' || status === 'failed';

/** An errored answer costs what its row says; only of one that came is the price unknown. */
function count(rows: readonly TrialRow[]): AskedAgain {
  const [usd, unknown] = [exactSum(), rows.filter((row) => isUnpriced(row)).length];
  for (const { costUsd } of rows) usd.add(costUsd ?? 0);
  const cases = (of: readonly TrialRow[]) => new Set(of.map((row) => row.case)).size;
  return {
    ...{ cases: cases(rows), answered: cases(rows.filter(isVerdict)), answers: rows.length },
    ...{ usd: Number(usd.end().toFixed(12)), unknown },
  };
}

const isUnpriced = ({ costUsd, outcome }: TrialRow) => costUsd === null && outcome.status === 'answered';

/**
 * What was asked beside the trials of an arm; undefined where nothing was. The baseline is asked once for all arms of a
 * lane: that counts for the first of them, so that a sum over arms has it once.
 */
export function afreshOf(
  { name, arms }: Pick<RunSuite, 'name' | 'arms'>,
  arm: string,
  evidence: Evidence | undefined,
): Afresh | undefined {
  const lane = arms.find(({ id }) => id === arm)?.lane;
  const isFirst = arms.find((one) => one.lane === lane)?.id === arm;
  const ofSuite = (rows: readonly TrialRow[] = []) => rows.filter(({ suite }) => suite === name);
  const canary = count(isFirst ? ofSuite(evidence?.canary).filter((row) => row.lane === lane) : []);
  const redraws = count(ofSuite(evidence?.redraws).filter((row) => row.arm === arm));
  return canary.answers + redraws.answers === 0 ? undefined : { canary, redraws };
}
