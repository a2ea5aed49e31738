import { analyze } from '../analyze/analyze.ts';
import type { Evidence } from '../domain/evidence.ts';
import { problems } from '../domain/problems.ts';
import type { Report } from '../domain/reporter.ts';
import type { Run } from '../domain/run.ts';
import type { TrialRow } from '../domain/trial-row.ts';
import { findRoot } from '../load/find-root.ts';
import { findRun } from '../store/find-run.ts';
import { runFolder } from '../store/run-folder.ts';
import { messageOf } from '../text/message-of.ts';
import { storedEvidence } from './evidence/stored-evidence.ts';
import type { HeldAgainst } from './evidence/todays-evidence.ts';
import { noRows } from './look/no-rows.ts';
import { storedLook } from './look/stored-look.ts';
import { Refusal } from './refusal.ts';
import { runRows } from './run-rows.ts';
import type { World } from './world.ts';

/** Says what a run is held against. */
type Weigh = (root: string, run: Run) => Promise<HeldAgainst>;

const asItWas: Weigh = async (root, run) => ({ header: run, evidence: await storedEvidence(root, run) });

/**
 * A run from disk, with its summary computed from the rows; held against what it was held against when it ran, where
 * `weigh` says nothing else. Throws a `Refusal` when there is none, or it cannot be read.
 */
export async function openRun(
  wanted: string | undefined,
  world: World,
  weigh: Weigh = asItWas,
): Promise<Report> {
  const root = await findRoot(world.folder);
  const found = await findRun(root, wanted);
  if (!found.value) throw new Refusal(found.problems);
  const kinds = found.value.suites.map(({ holdout }) => holdout?.kind);
  const at = runFolder(root, found.value.id).folder;
  if (kinds.includes('sealed'))
    return {
      run: found.value,
      rows: noRows,
      summary: await storedLook(root, found.value),
      folder: at,
    };
  const { header: run, evidence } = await weigh(root, found.value);
  const rows = runRows(root, run.id, world);
  const summary = await sum(run, rows(), evidence);
  return { run, rows: kinds.includes('frozen') ? noRows : rows, summary, folder: at };
}

async function sum(run: Run, rows: AsyncIterable<TrialRow>, evidence: Evidence) {
  try {
    return await analyze(run, rows, evidence);
  } catch (error) {
    if (error instanceof Refusal) throw error;
    const detail = messageOf(error);
    throw new Refusal([problems.foreignRow({ id: run.id, detail })]);
  }
}
