import { setMaxListeners } from 'node:events';
import type { Allowed } from '../../domain/allowed.ts';
import type { Baseline } from '../../domain/baseline.ts';
import type { CacheMode } from '../../domain/cache-modes.ts';
import type { Model } from '../../domain/model.ts';
import type { RunEvent } from '../../domain/run-event.ts';
import type { Budget, Used } from '../../execute/budget.ts';
import { answersBefore } from '../answers-before.ts';
import { gradingTools } from '../grading-tools.ts';
import { interruptions } from '../interruptions.ts';
import { isLimited } from '../is-limited.ts';
import { openBudget } from '../open-budget.ts';
import { type OpenModels, openModels } from '../open-models.ts';
import type { Project } from '../open-project.ts';
import { progress } from '../progress.ts';
import { sayEvent } from '../say-event.ts';
import type { Tape } from '../tape/tape.ts';
import type { World } from '../world.ts';
import { gradingWidth } from './grading-width.ts';
import { judgesOnly } from './judges-only.ts';
import type { Regrader } from './regrade-results.ts';

/** How stored answers are graded again where no run is under way. */
export type GradingManner = {
  seed: number;
  offline: boolean;
  cache: CacheMode;
  isQuiet: boolean;
  allowed: Allowed;
  redact(text: string): string;
  tape?: Tape | undefined;
  /** What graders that compare are told of. */
  baselines: ReadonlyMap<string, Baseline>;
  /** What is said meanwhile. */
  what: string;
};

/** What stopped it before its end. */
export type GradingEnd = 'interrupted' | 'budget' | 'cassette';

/** Graders that may be used, and who watches them. */
export type OpenGrading = {
  world: Omit<Regrader, 'today'>;
  used(): Used;
  end(): GradingEnd | undefined;
  close(): Promise<void>;
};

/** Opens the judges (and no other model), with budget, progress and Ctrl-C as a run has them. Throws a `Refusal`. */
export async function openGrading(
  project: Pick<Project, 'root' | 'env' | 'config' | 'prices'>,
  judges: readonly Model[],
  { isQuiet, allowed, tape, baselines, what, ...manner }: GradingManner,
  world: World,
): Promise<OpenGrading> {
  const { clock } = world;
  const { redact } = manner;
  const shown = judgesOnly(progress(0, world, isQuiet));
  const interrupted = interruptions(world, shown.say);
  const halt = new AbortController();
  const stop = AbortSignal.any([interrupted.stop, halt.signal, ...(tape ? [tape.stop] : [])]);
  setMaxListeners(0, stop);
  const began = clock.now();
  const spent = await openBudget(project, allowed, clock, () => halt.abort());
  const gates = (model: Model) => (isLimited(allowed) ? [spent.gate(model)] : []);
  const hear = (events: readonly RunEvent[]) => {
    shown.add(events);
    for (const event of events) sayEvent(event, { shown, redact });
  };
  const around = { ...manner, stop, gates, tape, emit: (event: RunEvent) => hear([event]), say: shown.say };
  const answers = answersBefore(project.root, baselines, redact);
  const leave = () => {
    halt.abort();
    for (const one of [interrupted, spent, answers]) one.close();
    shown.end();
  };
  try {
    const models = await openModels(judges, project, around, world);
    shown.begin(what);
    return {
      world: {
        ...{ toolsOf: await toTools(models, judges, project), before: answers.before },
        ...{ cancel: interrupted.cancel, stop, clock, width: gradingWidth(models.asked.pools), hear },
      },
      used: () => ({ ...spent.spent(), ms: clock.now() - began }),
      end: () => (interrupted.stop.aborted ? 'interrupted' : whyEnded(tape, spent)),
      async close() {
        leave();
        await models.close();
      },
    };
  } catch (error) {
    leave();
    throw error;
  }
}

const whyEnded = (tape: Tape | undefined, spent: Budget): GradingEnd | undefined =>
  tape?.stop.aborted ? 'cassette' : spent.end() && 'budget';

async function toTools(
  { asked, workers }: OpenModels,
  judges: readonly Model[],
  { prices }: Pick<Project, 'prices'>,
) {
  const known = judges.length > 0 ? await prices() : undefined;
  return gradingTools(workers, {
    judge: asked.ask,
    costOf: (model, { answer }) => known?.price(model, answer.usage) ?? null,
  });
}
