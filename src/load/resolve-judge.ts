import { z } from 'zod';
import type { Catalog } from '../domain/catalog.ts';
import type { Judge } from '../domain/judge.ts';
import type { Checked, Place } from '../domain/problem.ts';
import { problems } from '../domain/problems.ts';
import type { Provider } from '../domain/provider.ts';
import { closest } from '../text/closest.ts';
import type { Config } from './read-config.ts';
import { resolveModel } from './resolve-model.ts';
import { toProblems } from './to-problems.ts';

const samplesSchema = z.strictObject({
  samples: z.int().min(1).max(25).default(1).describe('Verdicts asked for each output.'),
  fallback: z
    .unknown()
    .refine((given) => given === undefined, 'needs to be left out: another model is another judge')
    .optional(),
});

/** A judge stands in the config as a model does, with `samples` beside it: it is read as one. */
function asModel(name: string, { judges, models, source, ...config }: Config): Config {
  const { samples: _, fallback: __, ...written } = judges[name]!;
  const at: Config['source']['at'] = (path, part) =>
    source.at(path[0] === 'models' && path[1] === name ? ['judges', ...path.slice(1)] : path, part);
  return { ...config, judges, models: { ...models, [name]: written }, source: { ...source, at } };
}

function fromConfig(name: string, config: Config, providers: Catalog<Provider>): Checked<Judge> {
  const { samples, fallback } = config.judges[name]!;
  const own = {
    ...(samples === undefined ? {} : { samples }),
    ...(fallback === undefined ? {} : { fallback }),
  };
  const parsed = samplesSchema.safeParse(own);
  const wrong = parsed.success
    ? []
    : toProblems(parsed.error, samplesSchema, config.source, ['judges', name], 'a judge');
  const below = resolveModel(name, asModel(name, config), providers);
  const found = [...wrong, ...below.problems];
  if (!parsed.success || !below.value) return { value: undefined, problems: found };
  const { fallback: _, ...model } = below.value;
  return { value: { name, model, samples: parsed.data.samples }, problems: found };
}

/** Finds what a grader, a suite, the config or a flag calls a judge: a name under `judges:`, else `provider:model`. */
export function resolveJudge(
  name: string,
  config: Config,
  providers: Catalog<Provider>,
  place?: Place,
): Checked<Judge> {
  if (Object.hasOwn(config.judges, name)) return fromConfig(name, config, providers);
  if (!name.includes(':') && !Object.hasOwn(config.models, name)) {
    const names = Object.keys(config.judges);
    const suggestion = closest(name, names);
    return { value: undefined, problems: [problems.unknownJudge({ name, suggestion, names, place })] };
  }
  const { value, problems: found } = resolveModel(name, config, providers, place);
  if (!value) return { value: undefined, problems: found };
  const { fallback: _, ...model } = value;
  return { value: { name, model, samples: 1 }, problems: found };
}
