import type { Model } from '../domain/model.ts';

/** As much of a plan as tells its models. */
type Asking = {
  suites: readonly {
    arms: readonly { model: Model }[];
    suite?: { questions: readonly { judge: { model: Model } }[] };
  }[];
};

/** The models that a plan asks, or may ask as fallbacks, and then its judges, each once by its name, in the order in which they are first named. */
export function modelsOf({ suites }: Asking): Model[] {
  const withFallbacks = (model: Model): Model[] => [model, ...(model.fallback ?? []).flatMap(withFallbacks)];
  const all = suites.flatMap(({ arms }) => arms.flatMap(({ model }) => withFallbacks(model)));
  const judges = suites.flatMap(({ suite }) => (suite?.questions ?? []).map(({ judge }) => judge.model));
  const named = new Map(all.map((model) => [model.name, model]));
  // A judge that is called as a model under test is that model: neither has settings of its own beside the other's.
  for (const model of judges) if (!named.has(model.name)) named.set(model.name, model);
  return [...named.values()];
}
