import type { Failure } from '../domain/failure.ts';
import type { Reply, Try } from '../domain/request.ts';

/** Ends a try that takes longer than `totalMs`, even when what it calls never looks at the signal. */
export function timed(ask: Try, totalMs: number): Try {
  return (request, signal) => {
    const deadline = new AbortController();
    const onAbort = () => deadline.abort(signal.reason);
    signal.addEventListener('abort', onAbort, { once: true });
    let timer: NodeJS.Timeout | undefined;
    const overdue = new Promise<Reply>((resolve) => {
      timer = setTimeout(() => {
        resolve({ status: 'errored', failure: tooLong(totalMs) });
        deadline.abort(new Error('deadline'));
      }, totalMs);
      if (signal.aborted) resolve({ status: 'errored', failure: cancelled });
      else
        signal.addEventListener('abort', () => resolve({ status: 'errored', failure: cancelled }), {
          once: true,
          signal: deadline.signal,
        });
    });
    return Promise.race([ask(request, deadline.signal), overdue]).finally(() => {
      clearTimeout(timer);
      signal.removeEventListener('abort', onAbort);
      deadline.abort();
    });
  };
}

const cancelled: Failure = {
  kind: 'cancelled',
  message: 'The run was stopped before the answer came.',
  retryable: false,
};
const tooLong = (ms: number): Failure => ({
  kind: 'timeout',
  message: `No whole answer within ${ms >= 1000 ? `${ms / 1000} s` : `${ms} ms`}.`,
  retryable: true,
});
