import type { Model } from '../domain/model.ts';
import { defineProvider, type ProviderWorld } from '../domain/provider.ts';
import { sdkTry } from './sdk/sdk-try.ts';
import { assemblingFetch } from './wire/assembling-fetch.ts';
import { endpointOptions } from './wire/endpoint-options.ts';
import { googleAssembly } from './wire/google-assembly.ts';
import { openEndpoint } from './wire/open-endpoint.ts';
import { resolveEndpoint } from './wire/resolve-endpoint.ts';
import { sdkFetch } from './wire/sdk-fetch.ts';
import { withVersion } from './wire/with-version.ts';

const keys = ['GOOGLE_GENERATIVE_AI_API_KEY', 'GEMINI_API_KEY'];
const address = 'https://generativelanguage.googleapis.com/v1beta';

const resolve = (model: Model, env: ProviderWorld['env']) =>
  resolveEndpoint(model, env, { keys, isKeyNeeded: true, baseUrlFrom: 'GOOGLE_GEMINI_BASE_URL' });

/** Google's Gemini models. Its own tools write the address without `/v1beta`, which is added where it is missing. */
export const google = defineProvider({
  name: 'google',
  summary: 'Google’s Gemini models, by the Gemini API.',
  example: 'google:gemini-2.5-flash',
  options: endpointOptions,
  keys,
  needsNetwork: true,
  isCached: true,
  pricedAs: 'google',
  address: (model, env) => resolve(model, env).endpoint.baseUrl ?? address,
  listing(model, env) {
    const { baseUrl = address, headers, key } = resolve(model, env).endpoint;
    return {
      url: `${withVersion(baseUrl, 'v1beta')}/models?pageSize=1000`,
      headers: { ...(key ? { 'x-goog-api-key': key.value } : {}), ...headers },
      ...(key ? { key: key.name } : {}),
    };
  },
  check: async (model, { env }) => resolve(model, env).problems,
  async open(model, world) {
    const resolved = resolve(model, world.env);
    const connection = await openEndpoint(model, world, resolved);
    const { createGoogleGenerativeAI } = await import('@ai-sdk/google');
    const { key, baseUrl = address, headers } = resolved.endpoint;
    const create = (fetch: typeof globalThis.fetch) => {
      const baseURL = withVersion(baseUrl, 'v1beta');
      return createGoogleGenerativeAI({ apiKey: key?.value, baseURL, headers, fetch })(model.id);
    };
    const plain = create(sdkFetch(connection));
    const assembled = create(assemblingFetch(connection, googleAssembly));
    return { try: sdkTry(connection, { plain, assembled }), close: connection.close };
  },
});
