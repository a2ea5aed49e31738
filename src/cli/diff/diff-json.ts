import { toJson } from '../../text/to-json.ts';
import type { Differences } from './diff-sides.ts';

/** Comparisons as a file for other programs: each with the name of its suite, in the order of the suites; and what did not change at all. */
export function diffJson({ comparisons, unchanged }: Pick<Differences, 'comparisons' | 'unchanged'>): string {
  const all = comparisons.map(({ suite, comparison }) => ({ suite, ...comparison }));
  return toJson({ schemaVersion: 1, comparisons: all, unchanged });
}
