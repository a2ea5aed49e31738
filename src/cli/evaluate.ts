import type { CacheMode } from '../domain/cache-modes.ts';
import type { Run } from '../domain/run.ts';
import type { Summary } from '../domain/summary.ts';
import { allowedTo } from './allowed-to.ts';
import { carryOut } from './carry-out.ts';
import { toHeld } from './evidence/to-held.ts';
import { todaysEvidence } from './evidence/todays-evidence.ts';
import { evaluateHoldout } from './look/evaluate-holdout.ts';
import { openProject } from './open-project.ts';
import type { ParsedSelection } from './parse-selection.ts';
import { prepareRun } from './prepare-run.ts';
import { processWorld } from './process-world.ts';
import { regradeBaselines } from './regrade/regrade-baselines.ts';
import type { World } from './world.ts';

/** What is to be run; all suites of the project in `folder` (the current one) when nothing is said. */
export type EvaluateOptions = Partial<Omit<ParsedSelection, 'only'>> & {
  /** A folder of the project. */
  folder?: string;
  /** Refuses every model that needs the network. */
  offline?: boolean;
  /** Which answers may come from the response cache, and which are kept there; `read-write` when nothing is said. */
  cache?: CacheMode;
  /** Asks cases that flipped against the baseline again, and some of the baseline's own; true when nothing is said. */
  redraw?: boolean;
  canary?: boolean;
  /**
   * Asks the cases of the suites' holdouts in the place of their own, and tells what may be told of them. Nothing of these
   * goes through the cache, and no flip is asked again.
   */
  holdout?: boolean;
};

/** A finished run: what was run, what came out (with the exit code), and where its journal is. */
export type Evaluated = { run: Run; summary: Summary; folder: string };

/**
 * Runs suites from a program: what `evals run` does, less the screen. Rejects with a `Refusal` (its `problems` say
 * all that is wrong) when the input is bad. Ctrl-C is left to the caller's process.
 */
export async function evaluate(options: EvaluateOptions = {}): Promise<Evaluated> {
  const { folder = process.cwd(), offline = false, cache = 'read-write', ...others } = options;
  const { redraw = true, canary = true, holdout = false, ...selection } = others;
  const world: World = { ...processWorld(process), ...silent, folder, arguments: [] };
  const wanted: ParsedSelection = { suites: [], seed: 1, ...selection };
  if (holdout) return await evaluateHoldout(wanted, { offline, canary }, world);
  const project = await openProject(wanted, world);
  try {
    const { header: plain, redact } = await prepareRun(project, { offline }, world);
    const against = await todaysEvidence(project.root, plain, world);
    const { header } = against;
    const allowed = allowedTo(project.config, {});
    const manner = { offline, cache, isQuiet: true, allowed, redact };
    const { evidence, used } = await regradeBaselines(project, against, manner, world);
    const held = await toHeld(project, { header, evidence }, { redraw, canary }, world);
    const { summary, folder: at } = await carryOut(project, header, { ...manner, held, used }, world);
    return { run: header, summary, folder: at };
  } finally {
    await Promise.all(project.suites.map((suite) => suite.cases.close()));
  }
}

const nowhere = { write: () => {}, isTerminal: false, width: 100 };
const silent = { out: nowhere, err: nowhere, onInterrupt: () => () => {} };
