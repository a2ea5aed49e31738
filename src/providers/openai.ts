import { z } from 'zod';
import type { Model } from '../domain/model.ts';
import { defineProvider, type ProviderWorld } from '../domain/provider.ts';
import { sdkTry } from './sdk/sdk-try.ts';
import { assemblingFetch } from './wire/assembling-fetch.ts';
import { bearerListing } from './wire/bearer-listing.ts';
import { endpointOptions } from './wire/endpoint-options.ts';
import { openEndpoint } from './wire/open-endpoint.ts';
import { openaiChatAssembly } from './wire/openai-chat-assembly.ts';
import { resolveEndpoint } from './wire/resolve-endpoint.ts';
import { sdkFetch } from './wire/sdk-fetch.ts';

const keys = ['OPENAI_API_KEY'];
const address = 'https://api.openai.com/v1';

const resolve = (model: Model, env: ProviderWorld['env']) =>
  resolveEndpoint(model, env, { keys, isKeyNeeded: true, baseUrlFrom: 'OPENAI_BASE_URL' });

/**
 * OpenAI's models. Chat completions is the default, although OpenAI's package prefers responses: it honours `seed`,
 * stop sequences and penalties, which responses drops; it keeps no copy of what is sent; and every proxy speaks it.
 * `api: responses` is for models that are served nowhere else; we then ask for nothing to be stored.
 */
export const openai = defineProvider({
  name: 'openai',
  summary: 'OpenAI’s models, by chat completions or responses.',
  example: 'openai:gpt-5-mini',
  options: {
    ...endpointOptions,
    api: z
      .enum(['chat', 'responses'])
      .optional()
      .describe('Which API is asked: chat (default), or responses for models that exist only there.'),
  },
  keys,
  needsNetwork: true,
  isCached: true,
  pricedAs: 'openai',
  address: (model, env) => resolve(model, env).endpoint.baseUrl ?? address,
  listing: (model, env) => bearerListing(resolve(model, env).endpoint, address),
  check: async (model, { env }) => resolve(model, env).problems,
  async open(model, world) {
    const resolved = resolve(model, world.env);
    const connection = await openEndpoint(model, world, resolved);
    const { createOpenAI } = await import('@ai-sdk/openai');
    const { key, baseUrl = address, headers } = resolved.endpoint;
    const create = (fetch: typeof globalThis.fetch) =>
      createOpenAI({
        apiKey: key?.value,
        baseURL: baseUrl,
        headers,
        fetch,
        organization: world.env.OPENAI_ORG_ID,
        project: world.env.OPENAI_PROJECT_ID,
      });
    const plain = create(sdkFetch(connection));
    if (model.options.api === 'responses') {
      const ask = sdkTry(connection, {
        plain: plain.responses(model.id),
        defaults: { openai: { store: false } },
      });
      return { try: ask, close: connection.close };
    }
    const assembled = create(assemblingFetch(connection, openaiChatAssembly({ includeUsage: true })));
    const ask = sdkTry(connection, { plain: plain.chat(model.id), assembled: assembled.chat(model.id) });
    return { try: ask, close: connection.close };
  },
});
