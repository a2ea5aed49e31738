import type { RunEvent } from '../domain/run-event.ts';
import type { TrialRow } from '../domain/trial-row.ts';
import type { Budget } from '../execute/budget.ts';
import type { EventLog } from '../store/open-event-log.ts';
import type { Progress } from './progress.ts';
import type { RowKeeper } from './row-keeper.ts';
import { sayEvent } from './say-event.ts';

/** Why a run ended before all was asked; undefined when nothing but Ctrl-C stopped it. */
export type Cut = 'budget' | 'broken' | undefined;

/** Those who hear of a run while it goes on. */
export type Followers = {
  keeper: RowKeeper;
  budget: Pick<Budget, 'end'>;
  shown: Progress;
  log: EventLog;
  /** Stops the asking. */
  halt(): void;
  redact(text: string): string;
};

/** Goes along with a run to its end: finished trials are on disk before the progress shows them. */
export async function follow(stream: AsyncIterable<RunEvent[]>, followers: Followers): Promise<Cut> {
  const { keeper, budget, shown, log, halt } = followers;
  let cut: Cut;
  for await (const batch of stream) {
    keeper.keep(rowsOf(batch));
    shown.add(batch);
    log.add(batch);
    for (const event of batch) sayEvent(event, followers);
    if (batch.some((event) => event.type === 'aborted') || keeper.trouble() !== undefined) cut = 'broken';
    if (cut) halt();
  }
  if (keeper.unwritten() > 0) keeper.keep([]);
  return cut ?? (budget.end() && 'budget');
}

const rowsOf = (batch: readonly RunEvent[]): TrialRow[] =>
  batch.flatMap((event) => (event.type === 'finished' ? [event.row] : []));
