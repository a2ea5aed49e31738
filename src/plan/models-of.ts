import type { Model } from '../domain/model.ts';
import type { Plan } from './plan.ts';

/** The models that a plan asks, or may ask as fallbacks, each once by its name, in the order in which they are first named. */
export function modelsOf({ suites }: Pick<Plan, 'suites'>): Model[] {
  const withFallbacks = (model: Model): Model[] => [model, ...(model.fallback ?? []).flatMap(withFallbacks)];
  const all = suites.flatMap(({ arms }) => arms.flatMap(({ model }) => withFallbacks(model)));
  return [...new Map(all.map((model) => [model.name, model])).values()];
}
