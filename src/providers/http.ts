import { z } from 'zod';
import type { Json } from '../domain/json.ts';
import type { Model } from '../domain/model.ts';
import { defineProvider, type ProviderWorld } from '../domain/provider.ts';
import { httpTry } from './http/http-try.ts';
import { toReader } from './http/to-reader.ts';
import { endpointOptions } from './wire/endpoint-options.ts';
import { openEndpoint } from './wire/open-endpoint.ts';
import { resolveEndpoint } from './wire/resolve-endpoint.ts';

const everything: Json = { prompt: '$prompt', messages: '$messages', vars: '$vars' };
const path = z.string().min(1);

function resolve(model: Model, env: ProviderWorld['env']) {
  const url = (model.options.url as string | undefined) ?? model.id;
  const resolved = resolveEndpoint({ ...model, options: { ...model.options, baseUrl: url } }, env, {
    keys: [],
    isKeyNeeded: false,
  });
  return { ...resolved, url };
}

/**
 * Any endpoint that takes JSON and answers JSON or text. Whole texts in `body` stand for values and keep their
 * type: `$prompt` (the last user text), `$messages`, `$vars`, `$vars.name`, `$settings`, `$case.id`, `$case.meta`;
 * `$$` is a dollar. Secrets stay in the environment: `headers: { authorization: "Bearer ${env:MY_KEY}" }`.
 */
export const http = defineProvider({
  name: 'http',
  summary: 'Any HTTP endpoint that takes JSON and answers JSON or text.',
  example: 'http:https://example.com/answer',
  options: {
    url: z
      .url({ protocol: /^https?$/ })
      .optional()
      .describe('The address; what follows "http:" otherwise.'),
    method: z
      .enum(['POST', 'PUT', 'PATCH', 'GET'])
      .optional()
      .describe('POST, unless it says otherwise. GET sends no body.'),
    headers: endpointOptions.headers,
    body: z.json().optional().describe('What is sent: prompt, messages and vars, unless it says otherwise.'),
    response: path
      .optional()
      .describe(
        'JMESPath to the text; otherwise the body itself if it is text, or its text, output, answer, response, result, message or content.',
      ),
    toolCalls: path.optional().describe('JMESPath to a list of { name, arguments }.'),
    usage: z
      .strictObject({
        input: path.optional(),
        output: path.optional(),
        cached: path.optional(),
        reasoning: path.optional(),
      })
      .optional()
      .describe('JMESPaths to the numbers of tokens.'),
  },
  keys: [],
  needsNetwork: true,
  seesCase: true,
  idIsAddress: true,
  address: (model, env) => resolve(model, env).url,
  check: async (model, { env }) => [...resolve(model, env).problems, ...(await toReader(model)).problems],
  async open(model, world) {
    const resolved = resolve(model, world.env);
    const reader = await toReader(model);
    const connection = await openEndpoint(model, world, {
      ...resolved,
      problems: [...resolved.problems, ...reader.problems],
    });
    const ask = httpTry(connection, {
      url: resolved.url,
      method: (model.options.method as string | undefined) ?? 'POST',
      headers: {
        'content-type': 'application/json',
        accept: 'application/json, text/plain',
        ...lowered(resolved.endpoint.headers),
      },
      body: model.options.body ?? everything,
      read: reader.read,
    });
    return { try: ask, close: connection.close };
  },
});

const lowered = (headers: Record<string, string>) =>
  Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]));
