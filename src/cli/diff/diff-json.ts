import { toJson } from '../../text/to-json.ts';
import type { Differences } from './diff-sides.ts';

/** Comparisons as a file for other programs: each with the name of its suite, in the order of the suites. */
export function diffJson({ comparisons }: Pick<Differences, 'comparisons'>): string {
  const all = comparisons.map(({ suite, comparison }) => ({ suite, ...comparison }));
  return toJson({ schemaVersion: 1, comparisons: all });
}
