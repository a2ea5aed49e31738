import type { Model } from '../domain/model.ts';
import type { Plan } from './plan.ts';

/** The models that a plan asks, each once by its name, in the order in which they are first asked. */
export function modelsOf({ suites }: Pick<Plan, 'suites'>): Model[] {
  const all = suites.flatMap(({ arms }) => arms.map(({ model }) => model));
  return [...new Map(all.map((model) => [model.name, model])).values()];
}
