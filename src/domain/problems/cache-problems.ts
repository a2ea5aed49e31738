import { count } from '../../text/count.ts';
import { type At, say } from './say.ts';

/** What can be wrong with the response cache. None of it ends a run. */
export const cacheProblems = {
  /** From the start of a run, or from somewhere in it; `lost` answers have been waiting to be written. */
  cacheOff: (x: At & { detail: string; hint: string; lost: number }) =>
    say.warning(
      'cache-off',
      `The response cache is off: ${x.detail}. ${x.lost > 0 ? `${count(x.lost, 'answer')} ${x.lost === 1 ? 'is' : 'are'} not kept; the` : 'The'} run goes on without it.`,
      x.hint,
      x,
    ),
  /** A command that is about the cache, and cannot look into it. */
  cacheUnusable: (x: At & { detail: string; hint: string }) =>
    say.error('cache-unusable', `The response cache cannot be used: ${x.detail}.`, x.hint, x),
  noCache: (x: At) =>
    say.error(
      'no-cache',
      'There is no response cache yet (.evals/store.sqlite).',
      '"evals run" makes one; --cache off keeps it from that.',
      x,
    ),
};
