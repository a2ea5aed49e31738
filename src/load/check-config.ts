import type { Catalog } from '../domain/catalog.ts';
import type { Problem } from '../domain/problem.ts';
import { problems } from '../domain/problems.ts';
import type { Provider } from '../domain/provider.ts';
import type { Config } from './read-config.ts';
import { resolveJudge } from './resolve-judge.ts';
import { resolveModel } from './resolve-model.ts';

/** What is wrong with the models, judges and limits of the config, whether a suite names them or not. */
export function checkConfig(config: Config, providers: Catalog<Provider>): Problem[] {
  const { source } = config;
  const models = Object.keys(config.models).flatMap((name) => resolveModel(name, config, providers).problems);
  const limits = Object.keys(config.limits)
    .filter((name) => !providers.has(name))
    .map((name) => ({ ...providers.unknown(name), place: source.at(['limits', name], 'key') }));
  const judges = Object.keys(config.judges).flatMap((name) =>
    Object.hasOwn(config.models, name)
      ? [problems.judgeAndModel({ name, place: source.at(['judges', name], 'key') })]
      : resolveJudge(name, config, providers).problems,
  );
  const named =
    config.judge === undefined
      ? []
      : resolveJudge(config.judge, config, providers, source.at(['judge'])).problems;
  return [...models, ...judges, ...named, ...limits];
}
