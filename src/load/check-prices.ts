import type { Model } from '../domain/model.ts';
import type { Problem } from '../domain/problem.ts';
import { problems } from '../domain/problems.ts';
import type { Config } from './read-config.ts';
import type { Frame } from './read-frame.ts';
import type { YamlSource } from './read-yaml.ts';

/** A limit in dollars means nothing for a model whose price nobody knows; that of a fallback is asked for too. */
export async function checkPrices(
  { gate }: Frame,
  models: readonly Model[],
  source: YamlSource,
  { config, hasPrice }: { config: Config; hasPrice(model: Model): Promise<boolean> },
): Promise<Problem[]> {
  if (gate?.cost === undefined && config.budget?.run === undefined) return [];
  const place =
    gate?.cost === undefined ? config.source.at(['budget', 'run']) : source.at(['gate', 'cost'], 'key');
  const asked = [...new Map(models.flatMap(withFallbacks).map((model) => [model.name, model])).values()];
  const known = await Promise.all(asked.map(hasPrice));
  return asked
    .filter((_, index) => !known[index])
    .map((model) => problems.unknownPrice({ model: model.name, place }));
}

const withFallbacks = (model: Model) => [model, ...(model.fallback ?? [])];
