import type { HeldAgainst } from '../evidence/todays-evidence.ts';
import { printProblems } from '../print-problems.ts';
import type { World } from '../world.ts';
import { mayStopEarly } from './may-stop-early.ts';

/** Lets a run end early where it can, and says where it cannot. */
export async function stopEarly({ header, evidence }: HeldAgainst, world: World): Promise<HeldAgainst> {
  const { value = header, problems } = mayStopEarly(header, evidence.baselines);
  await printProblems(problems, world);
  return { header: value, evidence };
}
