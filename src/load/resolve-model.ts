import { z } from 'zod';
import type { Catalog } from '../domain/catalog.ts';
import type { Json } from '../domain/json.ts';
import type { Model } from '../domain/model.ts';
import type { Checked, Place } from '../domain/problem.ts';
import { problems } from '../domain/problems.ts';
import type { Provider } from '../domain/provider.ts';
import { closest } from '../text/closest.ts';
import { modelFields } from './model-fields.ts';
import type { Config } from './read-config.ts';
import { toProblems } from './to-problems.ts';

/** Finds what a suite or a flag calls a model: a name from the config, else `provider:id`. */
export function resolveModel(
  name: string,
  config: Config,
  providers: Catalog<Provider>,
  place?: Place,
): Checked<Model> {
  return resolveNamed(name, config, providers, place, []);
}

function resolveNamed(
  name: string,
  config: Config,
  providers: Catalog<Provider>,
  place: Place | undefined,
  chain: string[],
): Checked<Model> {
  if (chain.includes(name))
    return { value: undefined, problems: [problems.modelCircle({ chain: [...chain, name], place })] };
  if (Object.hasOwn(config.models, name)) return fromConfig(name, config, providers, chain);
  const split = splitName(name);
  const provider = split && providers.get(split.provider);
  if (!split || !provider)
    return { value: undefined, problems: [unknownModel(name, split?.provider, config, providers, place)] };
  if (provider.models && !provider.models.includes(split.id)) {
    const found = problems.unknownName({
      kind: `model of "${provider.name}"`,
      name: split.id,
      suggestion: closest(split.id, provider.models),
      names: provider.models,
      place,
    });
    return { value: undefined, problems: [found] };
  }
  if (split.id === '')
    return {
      value: undefined,
      problems: [problems.modelWithoutId({ name, example: provider.example, place })],
    };
  const options = z.strictObject(provider.options).safeParse({});
  return {
    value: { name, ...split, settings: {}, options: (options.data ?? {}) as Record<string, Json> },
    problems: [],
  };
}

function splitName(name: string): { provider: string; id: string } | undefined {
  const colon = name.indexOf(':');
  return colon > 0 ? { provider: name.slice(0, colon), id: name.slice(colon + 1) } : undefined;
}

function unknownModel(
  name: string,
  provider: string | undefined,
  config: Config,
  providers: Catalog<Provider>,
  place: Place | undefined,
) {
  if (provider !== undefined) return { ...providers.unknown(provider), ...(place ? { place } : {}) };
  const names = Object.keys(config.models);
  return problems.unknownModel({ name, suggestion: closest(name, names), names, place });
}

/** A model of the config stands on another one (`use:`), and lays its settings and options over it. */
function fromConfig(
  name: string,
  config: Config,
  providers: Catalog<Provider>,
  chain: string[],
): Checked<Model> {
  const path = ['models', name];
  const written = config.models[name]!;
  const trail = [...chain, name];
  const placeOf = (key: PropertyKey, index?: number) =>
    config.source.at([...path, key, ...(index === undefined ? [] : [index])]);
  const { use } = written;
  const below =
    typeof use === 'string' && use !== ''
      ? resolveNamed(use, config, providers, placeOf('use'), trail)
      : { value: undefined, problems: [] };
  const provider = below.value && providers.get(below.value.provider);
  const schema = provider
    ? z.strictObject({ ...modelFields, ...provider.options })
    : z.looseObject(modelFields);
  const parsed = schema.safeParse({ ...below.value?.options, ...written });
  const standIns = listOf(written.fallback).map((other, index) =>
    resolveNamed(other, config, providers, placeOf('fallback', index), trail),
  );
  const found = [
    ...below.problems,
    ...(parsed.success ? [] : toProblems(parsed.error, schema, config.source, path, 'a model')),
    ...standIns.flatMap((one) => one.problems),
  ];
  if (found.length > 0 || !parsed.success || !below.value) return { value: undefined, problems: found };
  const { use: _, settings, price, fallback, cache = below.value.cache, ...options } = parsed.data;
  const value: Model = {
    ...below.value,
    name,
    settings: { ...below.value.settings, ...settings },
    options: options as Record<string, Json>,
    price: price ?? below.value.price,
    ...(fallback ? { fallback: inTurn(standIns.flatMap((one) => one.value ?? [])) } : {}),
    ...(cache === undefined ? {} : { cache }),
  };
  return { value, problems: [] };
}

/** Each fallback with its own ones behind it, once each: the whole order in which they are asked. */
function inTurn(models: readonly Model[]): Model[] {
  const all = models.flatMap((model) => [model, ...(model.fallback ?? [])]);
  return [...new Map(all.map((model) => [model.name, model])).values()];
}

/** The texts of a list that the schema has not seen yet. */
const listOf = (value: unknown): string[] =>
  Array.isArray(value) ? value.filter((item) => typeof item === 'string') : [];
