import type { Cassette, CassetteModel } from '../domain/cassette.ts';
import { failures } from '../domain/failures.ts';
import type { Outcome } from '../domain/outcome.ts';
import type { Problem } from '../domain/problem.ts';
import type { Ask } from '../domain/request.ts';

/**
 * Answers from a cassette alone, in place of everything that would ask. A request that is not in it is given up, so
 * that its trial is not finished, and `onMissing` is told the problem: it has to stop the run.
 */
export function replayed(
  cassette: Cassette,
  asked: CassetteModel,
  onMissing: (problem: Problem) => void,
): Ask {
  const cancelled = failures.cancelled({ provider: asked.model.provider });
  return async (request, signal): Promise<Outcome> => {
    const around = { source: 'cassette' as const, attempts: [], waitedMs: 0 };
    if (signal.aborted) return { ...around, status: 'errored', failure: cancelled };
    const found = cassette.answer(asked, request);
    if ('answer' in found) return { ...around, status: 'answered', answer: { ...found.answer, ms: {} } };
    if ('failure' in found) return { ...around, status: 'errored', failure: found.failure };
    onMissing(found);
    return { ...around, status: 'errored', failure: cancelled };
  };
}
