import type { Failure } from '../domain/failure.ts';
import { failures } from '../domain/failures.ts';
import type { Model } from '../domain/model.ts';
import type { Outcome } from '../domain/outcome.ts';
import type { Ask, Request } from '../domain/request.ts';

/** A model with all that is wrapped around it, but for its own fallbacks. */
export type Asked = { model: Pick<Model, 'name' | 'settings'>; ask: Ask };

/**
 * Asks the next model when one cannot be asked, for whatever reason, unless the trial itself is given up. A fallback is
 * asked with its own settings under those of the prompt. When none answers, the first model's failure is the trial's, as
 * that is the model under test; it says who failed in its place.
 */
export function fallingBack([own, ...others]: readonly [Asked, ...Asked[]]): Ask {
  if (others.length === 0) return own.ask;
  return async (request, signal) => {
    const first = await own.ask(request, signal);
    return hasFailed(first) ? askOthers(others, first, request, signal) : first;
  };
}

type Errored = Extract<Outcome, { status: 'errored' }>;

const isCancelled = ({ kind }: Failure) => kind === 'cancelled';
const hasFailed = (outcome: Outcome): outcome is Errored =>
  outcome.status === 'errored' && !isCancelled(outcome.failure);

async function askOthers(
  others: readonly Asked[],
  first: Errored,
  request: Request,
  signal: AbortSignal,
): Promise<Outcome> {
  let { attempts, waitedMs, failure } = first;
  for (const { model, ask } of others) {
    const settings = { ...model.settings, ...request.promptSettings };
    const outcome = await ask({ ...request, settings }, signal);
    attempts = [...attempts, ...outcome.attempts.map((one) => ({ ...one, model: model.name }))];
    waitedMs += outcome.waitedMs;
    if (outcome.status === 'answered')
      return { ...outcome, attempts, waitedMs, by: model.name, why: first.failure };
    if (isCancelled(outcome.failure)) return { ...outcome, attempts, waitedMs };
    failure = failures.noneAnswered({ first: first.failure, model: model.name, last: outcome.failure });
  }
  return { ...first, failure, attempts, waitedMs };
}
