import { fitness } from '../../analyze/calibration/fitness.ts';
import { labelScale, type Scale } from '../../analyze/calibration/label-scale.ts';
import { personsVerdict } from '../../analyze/calibration/persons-verdict.ts';
import type { Label } from '../../domain/label.ts';

/** Labelled outputs that count, those of each verdict, and how many are missing for a gate. */
export type GateNeeds = { labels: number; pass: number; fail: number; missing: number };

/**
 * Counts what labels are there and how many are missing for a gate. An output counts once, by what most persons say of
 * it; where they are split, or nobody can tell, it does not.
 */
export function gateNeeds(labels: readonly Label[], { menu, threshold }: Scale): GateNeeds {
  const scale = labelScale({ menu, threshold });
  const votes = new Map<string, Label[]>();
  for (const one of labels)
    if (one.label !== null && scale.has(one.label)) votes.set(one.id, [...(votes.get(one.id) ?? []), one]);
  const truths = [...votes.values()].map((said) => personsVerdict(said, scale).truth);
  const pass = truths.filter((truth) => truth === true).length;
  const fail = truths.filter((truth) => truth === false).length;
  const ofEach = [pass, fail].reduce((sum, count) => sum + Math.max(0, fitness.ofEachKind - count), 0);
  return { labels: pass + fail, pass, fail, missing: Math.max(ofEach, fitness.labels - pass - fail, 0) };
}
