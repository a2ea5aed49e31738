import type { Catalog } from '../domain/catalog.ts';
import type { Problem } from '../domain/problem.ts';
import type { Provider } from '../domain/provider.ts';
import type { Config } from './read-config.ts';
import { resolveModel } from './resolve-model.ts';

/** What is wrong with the models, judges and limits of the config, whether a suite names them or not. */
export function checkConfig(config: Config, providers: Catalog<Provider>): Problem[] {
  const { source } = config;
  const models = Object.keys(config.models).flatMap((name) => resolveModel(name, config, providers).problems);
  const limits = Object.keys(config.limits)
    .filter((name) => !providers.has(name))
    .map((name) => ({ ...providers.unknown(name), place: source.at(['limits', name], 'key') }));
  return [...models, ...limits];
}
