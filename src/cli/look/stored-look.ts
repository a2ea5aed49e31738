import { exitCode } from '../../domain/exit-code.ts';
import type { Run } from '../../domain/run.ts';
import type { Summary } from '../../domain/summary.ts';
import { readSummary } from '../../store/read-summary.ts';

/** What a run of sealed holdouts told, from its folder: its rows tell nobody anything. One that was killed told nothing. */
export async function storedLook(root: string, run: Run): Promise<Summary> {
  const kept = await readSummary(root, run.id);
  if (kept) return kept;
  const nothing = { arms: [], verdict: 'INCOMPLETE' as const, exitCode: exitCode.incomplete };
  return {
    ...{ schemaVersion: 1, run: run.id, startedAt: run.startedAt, ms: 0, missing: 0, interrupted: false },
    suites: run.suites.map(({ name }) => ({ suite: name, ...nothing, holdout: { kind: 'sealed' } })),
    exitCode: exitCode.incomplete,
  };
}
