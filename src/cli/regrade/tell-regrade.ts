import { problems } from '../../domain/problems.ts';
import type { Run } from '../../domain/run.ts';
import { count } from '../../text/count.ts';
import { toScreen } from '../../text/to-screen.ts';
import { printProblems } from '../print-problems.ts';
import type { World } from '../world.ts';
import { leftOut } from './left-out.ts';
import type { OpenStored } from './open-stored.ts';

/** Says what is graded again, and what is not and why. */
export async function tellRegrade(
  before: Run,
  { id, trials }: Run,
  { review, evidence }: OpenStored,
  world: World,
): Promise<void> {
  const told = `Grading run ${before.id} again, as run ${id}: ${count(review.kept, 'trial')}, by the graders of today. Its models are not asked.`;
  world.err.write(`${toScreen(told)}\n`);
  const out = leftOut(review);
  const missing = trials - review.kept;
  const isEarly = (evidence.stopped ?? []).some(({ skipped }) => skipped > 0);
  await printProblems(
    [
      ...(out.left > 0 ? [problems.regradeLeftOut(out)] : []),
      ...(missing > 0 ? [problems.regradeUnfinished({ id: before.id, missing, isEarly })] : []),
    ],
    world,
  );
}
