import type { LanguageModelV3CallOptions, LanguageModelV3Message } from '@ai-sdk/provider';
import type { Message } from '../../domain/message.ts';
import type { Request } from '../../domain/request.ts';

/** Our request in the words of the AI SDK's provider interface; `defaults` yield to the settings' own options. */
export function toCallOptions(
  request: Request,
  signal: AbortSignal,
  defaults: LanguageModelV3CallOptions['providerOptions'] = {},
): LanguageModelV3CallOptions {
  const { stream: _, ...settings } = request.settings;
  const options = { ...settings, prompt: request.messages.map(toMessage), abortSignal: signal };
  const own = { ...defaults, ...settings.providerOptions };
  for (const name in defaults) own[name] = { ...defaults[name], ...settings.providerOptions?.[name] };
  return {
    ...options,
    providerOptions: own,
    ...(request.tools.length > 0 ? { tools: request.tools.map(toTool) } : {}),
    ...(request.outputSchema === undefined ? {} : { responseFormat: toFormat(request.outputSchema) }),
  } as LanguageModelV3CallOptions;
}

function toMessage({ role, content }: Message): LanguageModelV3Message {
  return role === 'system' ? { role, content } : { role, content: [{ type: 'text', text: content }] };
}

const toTool = ({ name, description, parameters }: Request['tools'][number]) => ({
  type: 'function',
  name,
  description,
  inputSchema: parameters,
});

const toFormat = (schema: Request['outputSchema']) => ({ type: 'json', schema });
