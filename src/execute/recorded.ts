import type { CassetteModel, CassetteReply } from '../domain/cassette.ts';
import type { Ask, Request } from '../domain/request.ts';

/** Where answers are recorded. */
export type Records = { add(asked: CassetteModel, request: Request, reply: CassetteReply): void };

/**
 * Tells `records` what came of each request, a failure too: its trial is errored in a replay as it was in the run.
 * A request that was given up has no outcome. It stands outside of the cache, so that a cassette also has what came from there.
 */
export function recorded(ask: Ask, asked: CassetteModel, records: Records): Ask {
  return async (request, signal) => {
    const outcome = await ask(request, signal);
    if (outcome.status === 'answered') records.add(asked, request, { answer: outcome.answer });
    else if (outcome.failure.kind !== 'cancelled') records.add(asked, request, { failure: outcome.failure });
    return outcome;
  };
}
