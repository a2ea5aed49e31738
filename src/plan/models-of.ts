import type { Model } from '../domain/model.ts';

/** As much of a plan as tells its models. */
type Asking = { suites: readonly { arms: readonly { model: Model }[] }[] };

/** The models that a plan asks, or may ask as fallbacks, each once by its name, in the order in which they are first named. */
export function modelsOf({ suites }: Asking): Model[] {
  const withFallbacks = (model: Model): Model[] => [model, ...(model.fallback ?? []).flatMap(withFallbacks)];
  const all = suites.flatMap(({ arms }) => arms.flatMap(({ model }) => withFallbacks(model)));
  return [...new Map(all.map((model) => [model.name, model])).values()];
}
