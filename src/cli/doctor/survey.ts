import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Model } from '../../domain/model.ts';
import type { Problem } from '../../domain/problem.ts';
import { graders } from '../../graders/index.ts';
import { findRoot } from '../../load/find-root.ts';
import { type Loaded, load } from '../../load/load.ts';
import { resolveModel } from '../../load/resolve-model.ts';
import { modelsOf } from '../../plan/models-of.ts';
import { importModule } from '../../providers/import-module.mjs';
import { providers } from '../../providers/index.ts';
import { type PriceList, priceList } from '../../providers/price-list.ts';
import { messageOf } from '../../text/message-of.ts';
import { holdoutChecker } from '../holdout/holdout-checker.ts';
import { namedSecrets } from '../named-secrets.ts';
import { type DotEnv, readDotEnv } from '../read-dot-env.ts';
import { secretsOf } from '../secrets-of.ts';
import type { World } from '../world.ts';
import { literalSecrets } from './literal-secrets.ts';

/** A project as far as it can be read, whatever is wrong with it. */
export type Survey = {
  root: string;
  /** The environment with the `.env` beside the config under it. */
  env: World['env'];
  dotEnv: DotEnv['dotEnv'];
  /** Names of the configs in the root. */
  configs: string[];
  /** Undefined when the config cannot be read at all. */
  suites?: { name: string; cases: number }[];
  problems: Problem[];
  /** Those that a suite asks first; those that only the config names cannot spoil a run. */
  models: SurveyedModel[];
  prices: PriceList;
  /** What no line may show. */
  secrets: string[];
};

export type SurveyedModel = { model: Model; isUsed: boolean };

/** Looks at the project around the world's folder. Asks nobody, prints nothing. */
export async function survey({ folder, env: own }: Pick<World, 'folder' | 'env'>): Promise<Survey> {
  const root = await findRoot(folder);
  const [{ values, dotEnv }, configs] = await Promise.all([readDotEnv(root), findConfigs(root)]);
  const env = { ...values, ...own };
  const { loaded, problems } = await read(root, folder);
  const models = loaded ? toModels(loaded) : [];
  const texts = await Promise.all(configs.map((name) => readFile(join(root, name), 'utf8').catch(() => '')));
  const asking = { suites: [{ arms: models }] };
  const written = literalSecrets(texts.join('\n'), loaded?.config.source.value);
  return {
    root, env, dotEnv, configs, problems, models,
    suites: loaded?.suites.map(({ name, casesInSuite }) => ({ name, cases: casesInSuite })),
    prices: await priceList(providers, models.map(({ model }) => model)),
    secrets: secretsOf(env, [...namedSecrets(asking, env), ...written]),
  }; // biome-ignore format: lines of names
}

async function findConfigs(root: string): Promise<string[]> {
  const names = await readdir(root).catch(() => []);
  return names.filter((name) => /^evals\.config\.(ya?ml|m?ts|m?js)$/.test(name)).sort();
}

/** All suites as `evals check` reads them. A mistake of the program there must not hide the rest of the page. */
async function read(root: string, from: string): Promise<{ loaded?: Loaded; problems: Problem[] }> {
  const hasPrice = async (model: Model) =>
    (await priceList(providers, [model])).price(model, { input: 1000, output: 1000 }) !== null;
  const request = { suites: [], keep: () => () => true };
  try {
    const { value, problems } = await load(request, {
      root,
      from,
      graders,
      providers,
      importModule,
      hasPrice,
      checkHoldout: holdoutChecker(root),
    });
    await Promise.all((value?.suites ?? []).map(({ cases }) => cases.close()));
    return { loaded: value, problems };
  } catch (error) {
    const message = `The project cannot be read: ${messageOf(error)}.`;
    return { problems: [{ code: 'unreadable-project', severity: 'error', message }] };
  }
}

function toModels({ config, suites }: Loaded): SurveyedModel[] {
  const used = modelsOf({
    suites: suites.map(({ models }) => ({ arms: models.map((model) => ({ model })) })),
  });
  const judges = Object.values(config.judges).flatMap(({ use }) => (typeof use === 'string' ? [use] : []));
  const named = [...Object.keys(config.models), ...judges].flatMap(
    (name) => resolveModel(name, config, providers).value ?? [],
  );
  const others = modelsOf({ suites: [{ arms: named.map((model) => ({ model })) }] });
  const isNew = ({ name }: Model) => !used.some((model) => model.name === name);
  return [
    ...used.map((model) => ({ model, isUsed: true })),
    ...others.filter(isNew).map((model) => ({ model, isUsed: false })),
  ];
}
