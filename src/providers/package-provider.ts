import { createRequire } from 'node:module';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { LanguageModelV3 } from '@ai-sdk/provider';
import { z } from 'zod';
import { failures } from '../domain/failures.ts';
import type { Model } from '../domain/model.ts';
import { defineProvider, type Provider, type ProviderWorld } from '../domain/provider.ts';
import { sdkTry } from './sdk/sdk-try.ts';
import { endpointOptions } from './wire/endpoint-options.ts';
import { openEndpoint } from './wire/open-endpoint.ts';
import { resolveEndpoint } from './wire/resolve-endpoint.ts';
import { sdkFetch } from './wire/sdk-fetch.ts';
import { WireFailure } from './wire/wire-failure.ts';

// Packages whose last part is not how the price list calls the provider.
const priced: Record<string, string> = {
  'amazon-bedrock': 'aws',
  'google-vertex': 'google',
  xai: 'x-ai',
  togetherai: 'together',
};

const options = {
  ...endpointOptions,
  factory: z
    .string()
    .optional()
    .describe('The export that makes the provider, where there are several: createMistral.'),
  settings: z
    .record(z.string(), z.json())
    .optional()
    .describe('Settings of the package’s own: region, resourceName.'),
};

const resolve = (model: Model, env: ProviderWorld['env']) =>
  resolveEndpoint(model, env, { keys: [], isKeyNeeded: false });

/**
 * The provider of an AI SDK package that the user has installed: `@ai-sdk/mistral:mistral-small`. The package reads
 * its key from the environment by itself, unless `keyFrom` names another variable.
 */
export function packageProvider(name: string): Provider {
  const last = name.slice(name.lastIndexOf('/') + 1);
  return defineProvider({
    name,
    summary: `The AI SDK provider package ${name}.`,
    example: `${name}:model-id`,
    options,
    keys: [],
    needsNetwork: true,
    isCached: true,
    pricedAs: priced[last] ?? last,
    address: (model, env) => resolve(model, env).endpoint.baseUrl,
    async check(model, { env, root }) {
      const { problems } = resolve(model, env);
      const found = await load(model, name, root).catch((error: Error) => error.message);
      return typeof found === 'string' ? [...problems, found] : problems;
    },
    async open(model, world) {
      const resolved = resolve(model, world.env);
      const connection = await openEndpoint(model, world, resolved);
      try {
        const create = toFactory(model, name, await load(model, name, world.root));
        const { key, baseUrl, headers } = resolved.endpoint;
        const provider = create({
          ...(model.options.settings as object | undefined),
          ...(baseUrl ? { baseURL: baseUrl } : {}),
          ...(key ? { apiKey: key.value } : {}),
          headers,
          fetch: sdkFetch(connection),
        });
        return {
          try: sdkTry(connection, { plain: toLanguageModel(model, name, provider) }),
          close: connection.close,
        };
      } catch (error) {
        await connection.close();
        throw error;
      }
    },
  });
}

type Exports = Record<string, unknown>;
type Factory = (settings: object) => { languageModel?: (id: string) => unknown };

// The user's own project comes first: there the package was installed, in the version that they chose.
async function load(model: Model, name: string, root: string): Promise<Exports> {
  const resolved = () => createRequire(path.join(root, 'package.json')).resolve(name);
  try {
    const file = attempt(resolved);
    return (await import(file ? pathToFileURL(file).href : name)) as Exports;
  } catch (error) {
    const isMissing = (error as { code?: unknown }).code === 'ERR_MODULE_NOT_FOUND';
    const detail = isMissing ? undefined : (error as Error).message;
    throw new WireFailure(failures.noPackage({ model: model.name, package: name, detail }));
  }
}

function attempt(work: () => string): string | undefined {
  try {
    return work();
  } catch {
    return undefined;
  }
}

function toFactory(model: Model, name: string, exports: Exports): Factory {
  const named = model.options.factory as string | undefined;
  const names = Object.keys(exports).filter(
    (key) => /^create[A-Z]/.test(key) && typeof exports[key] === 'function',
  );
  const chosen = named ?? (names.length === 1 ? names[0] : undefined);
  if (chosen && typeof exports[chosen] === 'function') return exports[chosen] as Factory;
  const detail = `set factory to one of: ${names.join(', ') || 'none'}`;
  throw new WireFailure(failures.notAProvider({ model: model.name, package: name, detail }));
}

function toLanguageModel(model: Model, name: string, provider: ReturnType<Factory>): LanguageModelV3 {
  const refuse = (detail: string) =>
    new WireFailure(failures.notAProvider({ model: model.name, package: name, detail }));
  if (!provider?.languageModel) throw refuse('it makes no language models');
  const made = provider.languageModel(model.id) as LanguageModelV3;
  // Version 4 differs in what it may be given and may give beyond text and tools, of which we use nothing.
  const version: string = made?.specificationVersion ?? 'unknown';
  if (version !== 'v3' && version !== 'v4')
    throw refuse(`it speaks version ${version} of the interface, not v3 or v4`);
  return made;
}
