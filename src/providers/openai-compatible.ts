import { z } from 'zod';
import { failures } from '../domain/failures.ts';
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

function resolve(model: Model, env: ProviderWorld['env']) {
  const resolved = resolveEndpoint(model, env, { keys: [], isKeyNeeded: false });
  if (resolved.endpoint.baseUrl) return resolved;
  const detail = 'baseUrl is missing, for instance http://127.0.0.1:11434/v1';
  const problem = failures.badOptions({ model: model.name, detail }).message;
  return { ...resolved, problems: [problem, ...resolved.problems] };
}

/** Any server that speaks OpenAI's chat completions: Ollama, vLLM, llama.cpp, LM Studio, gateways. */
export const openaiCompatible = defineProvider({
  name: 'openai-compatible',
  summary: 'Any server that speaks OpenAI’s chat completions: Ollama, vLLM, llama.cpp, a gateway.',
  example: 'openai-compatible:qwen3',
  options: {
    ...endpointOptions,
    structuredOutputs: z
      .boolean()
      .optional()
      .describe(
        'False for a server that cannot follow a JSON Schema: it is then asked for JSON of any form.',
      ),
    streamUsage: z
      .boolean()
      .optional()
      .describe('False for a server that refuses stream_options: tokens are then unknown when streaming.'),
  },
  keys: [],
  needsNetwork: true,
  isCached: true,
  address: (model, env) => resolve(model, env).endpoint.baseUrl,
  listing: (model, env) => bearerListing(resolve(model, env).endpoint),
  check: async (model, { env }) => resolve(model, env).problems,
  async open(model, world) {
    const resolved = resolve(model, world.env);
    const connection = await openEndpoint(model, world, resolved);
    const { createOpenAICompatible } = await import('@ai-sdk/openai-compatible');
    const { key, baseUrl = '', headers } = resolved.endpoint;
    const { structuredOutputs = true, streamUsage = true } = model.options;
    const create = (fetch: typeof globalThis.fetch) =>
      createOpenAICompatible({
        name: 'openaiCompatible',
        baseURL: baseUrl,
        apiKey: key?.value,
        headers,
        fetch,
        supportsStructuredOutputs: structuredOutputs === true,
      }).chatModel(model.id);
    const plain = create(sdkFetch(connection));
    const assembly = openaiChatAssembly({ includeUsage: streamUsage === true });
    const assembled = create(assemblingFetch(connection, assembly));
    return { try: sdkTry(connection, { plain, assembled }), close: connection.close };
  },
});
