import type { Problem } from '../domain/problem.ts';
import { problems } from '../domain/problems.ts';
import type { Plan } from '../plan/plan.ts';
import { toTrial } from '../plan/to-trial.ts';
import { providers } from '../providers/index.ts';
import type { OpenCassette } from '../store/read-cassette.ts';

/** So many requests that are not in the cassette are told one by one. */
const toldAtMost = 3;

/**
 * Looks for every planned request in the cassette, before anything is answered: what is not in it, with how it differs
 * from what is. Models that answer by themselves need no cassette.
 */
export async function checkCassette(
  { lots }: Pick<Plan, 'lots'>,
  cassette: Pick<OpenCassette, 'file' | 'has' | 'missing'>,
): Promise<Problem[]> {
  const make = toTrial();
  const told: Problem[] = [];
  let [planned, missing] = [0, 0];
  for (const lot of lots(({ model }) => providers.get(model.provider)?.deterministic !== true)) {
    const { model } = lot.arm;
    const reading = lot.suite.cases.read(lot.index);
    const { request } = make(lot, reading instanceof Promise ? await reading : reading);
    const asked = { model, seesCase: providers.get(model.provider)?.seesCase === true };
    planned += 1;
    if (cassette.has(asked, request)) continue;
    missing += 1;
    if (missing <= toldAtMost) told.push(cassette.missing(asked, request));
  }
  if (missing > toldAtMost) told.push(problems.manyNotInCassette({ file: cassette.file, missing, planned }));
  return told;
}
