import type { Check } from '../../domain/check.ts';

/**
 * Whether the case fails where the check of that name passes: it says `not`, or stands within one. Undefined where there is
 * no such check.
 */
export function isTurned(checks: readonly Check[], name: string): boolean | undefined {
  for (const { name: own, not, judging, grader, value } of checks) {
    if (judging && own === name) return not;
    if (!grader.holdsGraders) continue;
    const held = isTurned([value as Check | Check[]].flat(), name);
    if (held !== undefined) return (held !== not) !== (grader.name === 'not');
  }
  return undefined;
}
