import type { Hidden, Leak, LeakPlace } from './leak.ts';
import { leakFinder } from './leak-finder.ts';

/** Every copy of a hidden text at the places, in their order. Of each text at most one a place. */
export function findLeaks(hidden: Hidden, places: Iterable<LeakPlace>): Leak[] {
  const find = leakFinder(hidden);
  return Array.from(places, find).flat();
}
