import { exitCode } from '../../domain/exit-code.ts';
import type { Problem } from '../../domain/problem.ts';
import { problems } from '../../domain/problems.ts';
import { sealTo } from '../../store/seal-to.ts';
import { carryOut, type Done, type Manner } from '../carry-out.ts';
import { toHeld } from '../evidence/to-held.ts';
import { canaryWatch } from '../holdout/canary-watch.ts';
import { Refusal } from '../refusal.ts';
import type { World } from '../world.ts';
import { keepLooks } from './keep-looks.ts';
import type { OpenLook } from './open-look.ts';
import type { PreparedLook } from './prepare-look.ts';

/** How a run of holdouts is carried out: nothing of it is cached, replayed or stopped early. */
export type LookingManner = Pick<Manner, 'offline' | 'isQuiet' | 'allowed'> & { canary: boolean };

/** What came of it, what came up while its ledgers were written, and which models have seen the files. */
export type Looked = { done: Done; problems: Problem[]; seen: Problem[] };

/** Asks the holdouts and keeps the looks. While a sealed one is asked nothing is said. Throws `Refusal` before anything is asked. */
export async function lookAt(
  { isSealed, holdouts }: Pick<OpenLook, 'isSealed' | 'holdouts'>,
  { project, header, looks, evidence, redact }: PreparedLook,
  { canary, ...manner }: LookingManner,
  world: World,
): Promise<Looked> {
  const keeper = keepLooks({ root: project.root, header }, looks);
  const held = await toHeld(project, { header, evidence }, { canary, redraw: false }, world);
  const seal = isSealed ? sealTo(recipientsOf(holdouts)) : undefined;
  const watch = canaryWatch(holdouts);
  const look = { seal, settle: keeper.settle, see: watch.see };
  const around = { ...manner, cache: 'off' as const, redact, held, look };
  try {
    const quiet = isSealed ? { ...world, err: nowhere } : world;
    const done = await carryOut({ ...project, env: keyless(project.env) }, header, around, quiet);
    return { done, problems: keeper.problems(), seen: watch.problems() };
  } catch (error) {
    if (!isSealed || error instanceof Refusal) throw error;
    // What a mistake says may be what is sealed.
    await keeper.breakOff();
    const broken = looks.map(({ open: { suite } }) => problems.lookBroke({ suite, wasInterrupted: false }));
    throw new Refusal(broken, exitCode.incomplete);
  }
}

/** A program that answers is no one who has to open the holdout. */
const keyless = ({ EVALS_HOLDOUT_KEY: _, ...env }: World['env']): World['env'] => env;

const nowhere = { write: () => {}, isTerminal: false, width: 100 };

const recipientsOf = (holdouts: OpenLook['holdouts']) =>
  new Map([...holdouts].map(([suite, { lock }]) => [suite, lock.sealed?.recipients ?? []]));
