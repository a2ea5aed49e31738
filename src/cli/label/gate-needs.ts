import type { Label } from '../../domain/label.ts';
import type { LabelItem } from './label-item.ts';

/** What the least calibration for a gate needs: labels in all, and of each verdict. */
export type GateNeeds = { labels: number; pass: number; fail: number; missing: number };

const least = { all: 50, each: 20 };

/**
 * Counts what labels are there and how many are missing for a gate. An output counts once, by what most persons say of
 * it; where they are split, or nobody can tell, it does not.
 */
export function gateNeeds(
  labels: readonly Label[],
  { menu, threshold }: Pick<LabelItem, 'menu' | 'threshold'>,
): GateNeeds {
  const votes = new Map<string, number>();
  for (const { id, label } of labels) {
    const score = label === null || !Object.hasOwn(menu, label) ? undefined : menu[label];
    if (score !== undefined) votes.set(id, (votes.get(id) ?? 0) + (score >= threshold ? 1 : -1));
  }
  const pass = [...votes.values()].filter((sum) => sum > 0).length;
  const fail = [...votes.values()].filter((sum) => sum < 0).length;
  const ofEach = Math.max(0, least.each - pass) + Math.max(0, least.each - fail);
  return { labels: pass + fail, pass, fail, missing: Math.max(ofEach, least.all - pass - fail, 0) };
}
