import type { Run } from '../../domain/run.ts';
import { calibrationsOf } from './calibrations-of.ts';
import { storedEvidence } from './stored-evidence.ts';
import type { HeldAgainst } from './todays-evidence.ts';

/** What a run on disk was held against, with its judges as they are known today: measuring one asks nothing of the run. */
export async function withTodaysJudges(root: string, run: Run): Promise<HeldAgainst> {
  const evidence = await storedEvidence(root, run);
  const calibrations = await calibrationsOf(root, run);
  return { header: run, evidence: calibrations ? { ...evidence, calibrations } : evidence };
}
