import type { Allowed } from '../domain/allowed.ts';
import type { Config } from '../load/read-config.ts';

/** What this run may use up: the flags, laid over the config's budget. */
export function allowedTo({ budget }: Pick<Config, 'budget'>, flags: Allowed): Allowed {
  return {
    usd: flags.usd ?? budget?.run,
    calls: flags.calls ?? budget?.calls,
    ms: flags.ms ?? budget?.time,
  };
}
