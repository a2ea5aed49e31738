import { problems } from '../domain/problems.ts';
import type { RunEvent } from '../domain/run-event.ts';
import type { TrialRow } from '../domain/trial-row.ts';
import type { Budget } from './budget.ts';
import type { Progress } from './progress.ts';
import type { RowKeeper } from './row-keeper.ts';

/** Why a run ended before all was asked; undefined when nothing but Ctrl-C stopped it. */
export type Cut = 'budget' | 'broken' | undefined;

/** Those who hear of a run while it goes on. */
export type Followers = {
  keeper: RowKeeper;
  budget: Budget;
  shown: Progress;
  /** Stops the asking. */
  halt(): void;
  redact(text: string): string;
};

/** Goes along with a run to its end: finished trials are on disk before the progress shows them. */
export async function follow(stream: AsyncIterable<RunEvent[]>, followers: Followers): Promise<Cut> {
  const { keeper, budget, shown, halt } = followers;
  let cut: Cut;
  for await (const batch of stream) {
    for (const row of keeper.keep(rowsOf(batch))) budget.add(row);
    shown.add(batch);
    for (const event of batch) say(event, followers);
    if (batch.some((event) => event.type === 'aborted') || keeper.trouble() !== undefined) cut = 'broken';
    else if (budget.state() !== 'open') cut ??= 'budget';
    if (cut) halt();
  }
  if (keeper.unwritten() > 0) keeper.keep([]);
  return cut;
}

const rowsOf = (batch: readonly RunEvent[]): TrialRow[] =>
  batch.flatMap((event) => (event.type === 'finished' ? [event.row] : []));

function say(event: RunEvent, { shown, redact }: Followers): void {
  if (event.type === 'aborted') shown.say(problems.runAborted({ detail: redact(event.message) }).message);
  if (event.type === 'stopped')
    shown.say(
      problems.providerStopped({ model: event.model, detail: redact(event.failure.message) }).message,
    );
}
