import { problems } from '../domain/problems.ts';
import type { StoreError } from './store-error.ts';
import { storeHints } from './store-hints.ts';

/** Why there is no cache, and what can be done about it, in one line. `lost` answers have not been written. */
export function whyCacheOff({ message, fault }: StoreError, lost: number): string {
  const problem = problems.cacheOff({ detail: message, hint: storeHints[fault], lost });
  return `${problem.message} ${problem.hint}`;
}
