import type { ArmSummary } from '../domain/summary.ts';

/** The answers for which nobody was asked: how many, where from, and how to have them anew. */
export type Unasked = { total: number; where: string; advice: string };

/** Counts them, with words: `the cache`, `Ask anew with --cache refresh.` */
export function unasked({ answers }: Pick<ArmSummary, 'answers'>): Unasked {
  const { cache, cassette } = answers;
  const places = [...(cache > 0 ? ['the cache'] : []), ...(cassette > 0 ? ['a cassette'] : [])];
  return {
    total: cache + cassette,
    where: places.join(' and '),
    advice: cassette > 0 ? 'Run without --replay to ask.' : 'Ask anew with --cache refresh.',
  };
}
