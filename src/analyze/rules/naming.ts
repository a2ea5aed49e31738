import { caseNames } from './case-names.ts';

/** `: a, b, …`, the first five of some cases; nothing on a holdout, where cases have no names. */
export function naming(ids: readonly string[]): string {
  const known = ids.filter((id) => id !== '');
  return known.length === 0 ? '' : `: ${caseNames(known)}`;
}
