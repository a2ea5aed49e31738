import type { RunEvent } from '../../domain/run-event.ts';
import type { Progress } from '../progress.ts';

/** What is spent now is what judges take: the answers themselves were paid for when they were asked. */
export const judgesOnly = (shown: Progress): Progress => ({
  ...shown,
  add: (events) => shown.add(events.map(withoutAnswer)),
});

function withoutAnswer(event: RunEvent): RunEvent {
  if (event.type !== 'finished') return event;
  const { judgements = [] } = event.row;
  const costUsd = judgements.reduce((sum, one) => sum + (one.costUsd ?? 0), 0);
  return { ...event, row: { ...event.row, costUsd } };
}
