import type { Json } from './json.ts';

export type Role = 'system' | 'user' | 'assistant';

/** One rendered chat message, as it is sent. */
export type Message = { role: Role; content: string };

/** A function that the model may call; `parameters` is a JSON Schema. */
export type Tool = { name: string; description?: string; parameters: Json };

/** A call that the model asked for; `arguments` is parsed JSON, or the raw string when it did not parse. */
export type ToolCall = { id?: string; name: string; arguments: Json };
