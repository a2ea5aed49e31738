import type { Checked } from '../domain/problem.ts';
import { problems } from '../domain/problems.ts';
import type { Run } from '../domain/run.ts';
import { findRun } from '../store/find-run.ts';

type Why = Parameters<typeof problems.ofHoldout>[0]['why'];

/** As `findRun`, for whoever looks into the cases of a run: one of holdouts is refused, with the reason. */
export async function findReadableRun(
  root: string,
  wanted: string | undefined,
  why: Why,
): Promise<Checked<Run>> {
  const found = await findRun(root, wanted);
  const { value: run } = found;
  if (!run?.suites.some(({ holdout }) => holdout !== undefined)) return found;
  return { value: undefined, problems: [problems.ofHoldout({ id: run.id, why })] };
}
