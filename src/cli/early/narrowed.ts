import type { Execution } from '../../execute/execute.ts';

/** So many trials of a provider may be under way at once: at most one less is wasted when the verdict is there. */
const mostAtOnce = 8;

/** An execution that is not far ahead of what has been looked at. */
export const narrowed = <T extends Execution>(execution: T): T => ({
  ...execution,
  pools: execution.pools.map((pool) => ({ ...pool, width: Math.min(pool.width, mostAtOnce) })),
});
