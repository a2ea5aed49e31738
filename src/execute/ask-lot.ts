import type { Case } from '../domain/case.ts';
import type { Model } from '../domain/model.ts';
import type { Outcome } from '../domain/outcome.ts';
import type { Ask } from '../domain/request.ts';
import type { Subject } from '../domain/subject.ts';
import type { Trial } from '../domain/trial.ts';
import type { TrialRow } from '../domain/trial-row.ts';
import { untilAborted } from '../flow/until-aborted.ts';
import type { Lot } from '../plan/plan.ts';
import { gradeTrial } from './grade-trial.ts';
import { toRow } from './to-row.ts';
import type { ToolsOf } from './trial-tools.ts';

/** What one trial needs of the world, beside the model that is asked. */
export type Asking = {
  toTrial(lot: Lot, one: Case): Trial;
  toolsOf: ToolsOf;
  /** US dollars for an answer that was asked for, null when unknown. */
  costOf(model: Model, outcome: Answered): number | null;
  /** The trial is in the journal already: a resumed run leaves it out. */
  isDone(trial: string): boolean;
  /** Once aborted, what is under way is given up. */
  cancel: AbortSignal;
};

type Answered = Extract<Outcome, { status: 'answered' }>;

/**
 * Reads the case, asks, grades and gives back the finished row; undefined for a trial that is done already, or was
 * given up: it is missing, and a resumed run asks it again. Rejects when the case cannot be read.
 */
export async function askLot(
  lot: Lot,
  ask: Ask,
  asking: Asking,
  stamp: () => string,
): Promise<TrialRow | undefined> {
  const reading = lot.suite.cases.read(lot.index);
  const trial = asking.toTrial(lot, reading instanceof Promise ? await reading : reading);
  if (asking.isDone(trial.id)) return undefined;
  const startedAt = stamp();
  const outcome = await ask(trial.request, asking.cancel);
  if (isGivenUp(outcome)) return undefined;
  const costUsd = paid(outcome, lot.arm.model, asking);
  const judged = asking.toolsOf(trial, asking.cancel);
  const grading =
    outcome.status === 'answered' ? gradeTrial(trial, toSubject(trial, outcome, costUsd), judged.tools) : [];
  const grades = grading instanceof Promise ? await untilAborted(grading, asking.cancel) : grading;
  if (grades === 'aborted' || judged.isGivenUp()) return undefined;
  return toRow(trial, { outcome, grades, judgements: judged.judgements(), costUsd, startedAt });
}

const isGivenUp = (outcome: Outcome) => outcome.status === 'errored' && outcome.failure.kind === 'cancelled';

/** US dollars that this trial cost: nothing when nobody answered, or nobody was asked. */
function paid(outcome: Outcome, model: Model, { costOf }: Asking): number | null {
  return outcome.status === 'answered' && outcome.source === undefined ? costOf(model, outcome) : 0;
}

function toSubject(trial: Trial, { answer, source }: Answered, costUsd: number | null): Subject {
  const { id, vars, expect, meta, tags } = trial.case;
  const asked = { answer, messages: trial.request.messages, case: { id, vars, expect, meta, tags }, costUsd };
  return source === undefined ? asked : { ...asked, source };
}
