import type { Model } from '../domain/model.ts';
import { defineProvider, type ProviderWorld } from '../domain/provider.ts';
import { sdkTry } from './sdk/sdk-try.ts';
import { anthropicAssembly } from './wire/anthropic-assembly.ts';
import { assemblingFetch } from './wire/assembling-fetch.ts';
import { endpointOptions } from './wire/endpoint-options.ts';
import { openEndpoint } from './wire/open-endpoint.ts';
import { resolveEndpoint } from './wire/resolve-endpoint.ts';
import { sdkFetch } from './wire/sdk-fetch.ts';
import { withVersion } from './wire/with-version.ts';

const bearer = 'ANTHROPIC_AUTH_TOKEN';
const keys = ['ANTHROPIC_API_KEY', bearer];
const address = 'https://api.anthropic.com/v1';

const resolve = (model: Model, env: ProviderWorld['env']) =>
  resolveEndpoint(model, env, { keys, isKeyNeeded: true, baseUrlFrom: 'ANTHROPIC_BASE_URL' });

/** Anthropic's models. Its own tools write the address without `/v1`, which is added where it is missing. */
export const anthropic = defineProvider({
  name: 'anthropic',
  summary: 'Anthropic’s models, by the messages API.',
  example: 'anthropic:claude-haiku-4-5',
  options: endpointOptions,
  keys,
  needsNetwork: true,
  isCached: true,
  pricedAs: 'anthropic',
  address: (model, env) => resolve(model, env).endpoint.baseUrl ?? address,
  listing(model, env) {
    const { baseUrl = address, headers, key } = resolve(model, env).endpoint;
    const secret: Record<string, string> = !key
      ? {}
      : key.name === bearer
        ? { authorization: `Bearer ${key.value}` }
        : { 'x-api-key': key.value };
    return {
      url: `${withVersion(baseUrl, 'v1')}/models?limit=1000`,
      headers: { 'anthropic-version': '2023-06-01', ...secret, ...headers },
      ...(key ? { key: key.name } : {}),
    };
  },
  check: async (model, { env }) => resolve(model, env).problems,
  async open(model, world) {
    const resolved = resolve(model, world.env);
    const connection = await openEndpoint(model, world, resolved);
    const { createAnthropic } = await import('@ai-sdk/anthropic');
    const { key, baseUrl = address, headers } = resolved.endpoint;
    const secret = key?.name === bearer ? { authToken: key.value } : { apiKey: key?.value };
    const create = (fetch: typeof globalThis.fetch) =>
      createAnthropic({ ...secret, baseURL: withVersion(baseUrl, 'v1'), headers, fetch })(model.id);
    const plain = create(sdkFetch(connection));
    const assembled = create(assemblingFetch(connection, anthropicAssembly));
    return { try: sdkTry(connection, { plain, assembled }), close: connection.close };
  },
});
