import type { Case } from '../domain/case.ts';
import type { Model } from '../domain/model.ts';
import type { Outcome } from '../domain/outcome.ts';
import type { Ask } from '../domain/request.ts';
import type { Trial } from '../domain/trial.ts';
import type { TrialRow } from '../domain/trial-row.ts';
import type { Lot } from '../plan/plan.ts';
import { type Grading, gradeOutcome } from './grade-outcome.ts';
import { toRow } from './to-row.ts';

/** What one trial needs of the world, beside the model that is asked. */
export type Asking = Grading & {
  toTrial(lot: Lot, one: Case): Trial;
  /** US dollars for an answer that was asked for, null when unknown. */
  costOf(model: Model, outcome: Answered): number | null;
  /** The trial is in the journal already: a resumed run leaves it out. */
  isDone(trial: string): boolean;
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
  const asked = { outcome, messages: trial.request.messages, costUsd, lane: lot.arm.lane };
  const graded = await gradeOutcome(trial, asked, asking);
  return graded && toRow(trial, { outcome, ...graded, costUsd, startedAt });
}

const isGivenUp = (outcome: Outcome) => outcome.status === 'errored' && outcome.failure.kind === 'cancelled';

/** US dollars that this trial cost: nothing when nobody answered, or nobody was asked. */
function paid(outcome: Outcome, model: Model, { costOf }: Asking): number | null {
  return outcome.status === 'answered' && outcome.source === undefined ? costOf(model, outcome) : 0;
}
