import type { Failure } from '../../domain/failure.ts';
import type { RunEvent } from '../../domain/run-event.ts';
import type { TrialRow } from '../../domain/trial-row.ts';

/** A server may repeat what it was asked, and so may the program that answers: of a failure only its kind is told. */
const unquoted = ({ body: _, ...failure }: Failure): Failure => ({
  ...failure,
  message: failure.status === undefined ? failure.kind : `${failure.kind}, status ${failure.status}`,
});

function quiet(event: RunEvent): RunEvent {
  if (event.type === 'aborted')
    return { type: 'aborted', message: 'a case, or the program that answers it, could not be read any more' };
  return 'failure' in event && event.failure ? { ...event, failure: unquoted(event.failure) } : event;
}

/** The events of a run of a holdout, as they may be told; its rows are as they are, and are shown to `see` before anybody. */
export async function* quieted(
  stream: AsyncIterable<RunEvent[]>,
  see: (row: TrialRow) => void,
): AsyncGenerator<RunEvent[]> {
  for await (const batch of stream) {
    for (const event of batch) if (event.type === 'finished') see(event.row);
    yield batch.map(quiet);
  }
}
