import { stringify } from 'yaml';
import type { HoldoutContent } from '../domain/holdout.ts';

/** A holdout as a person would write it. */
export function printHoldoutYaml({ canary, cases }: HoldoutContent): string {
  return stringify({ canary, cases }, { lineWidth: 0 });
}
