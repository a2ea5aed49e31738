import type { Prompt } from '../domain/prompt.ts';
import { sha256 } from '../text/sha256.ts';

/**
 * SHA-256 (hex) over everything that reaches the model, and how a judge's words are read, and nothing else: two files
 * that ask the same have the same digest. Texts count to the byte, since the model reads bytes; the order of keys does not.
 */
export function promptDigest(
  prompt: Pick<Prompt, 'messages' | 'partials' | 'settings' | 'tools' | 'outputSchema' | 'verdict'>,
): string {
  const { partials, settings, tools, outputSchema, verdict } = prompt;
  const messages = prompt.messages.map(({ role, template }) => ({ role, template }));
  return sha256(JSON.stringify({ messages, partials, settings, tools, outputSchema, verdict }, sorted));
}

function sorted(_key: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).sort(([left], [right]) => (left < right ? -1 : 1)));
}
