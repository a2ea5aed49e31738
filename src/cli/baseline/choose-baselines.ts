import type { Baseline } from '../../domain/baseline.ts';
import { problems } from '../../domain/problems.ts';
import { closest } from '../../text/closest.ts';
import { Refusal } from '../refusal.ts';
import { openBaselines } from './open-baselines.ts';

/** The baseline of the suite that is named, or all. Throws a `Refusal` when there is none. */
export async function chooseBaselines(root: string, wanted: string | undefined): Promise<Baseline[]> {
  const all = await openBaselines(root);
  const names = [...all.keys()];
  if (all.size === 0) throw new Refusal([problems.noBaseline({})]);
  if (wanted === undefined) return [...all.values()];
  const one = all.get(wanted);
  if (one) return [one];
  const suggestion = closest(wanted, names);
  throw new Refusal([problems.unknownName({ kind: 'baseline', name: wanted, suggestion, names })]);
}
