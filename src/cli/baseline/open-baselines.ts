import type { Baseline } from '../../domain/baseline.ts';
import { listBaselines } from '../../store/list-baselines.ts';
import { Refusal } from '../refusal.ts';

/** All baselines of a project by their suite. Throws a `Refusal` when one of them cannot be read. */
export async function openBaselines(root: string): Promise<Map<string, Baseline>> {
  const { value = [], problems } = await listBaselines(root);
  if (problems.length > 0) throw new Refusal(problems);
  return new Map(value.map((one) => [one.suite, one]));
}
