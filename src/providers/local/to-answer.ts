import type { Answer, Finish, Usage } from '../../domain/answer.ts';
import type { ToolCall } from '../../domain/message.ts';

/** An answer as local providers are told it. */
type Told = {
  text?: string;
  toolCalls?: ToolCall[];
  usage?: Usage;
  model?: string;
  finish?: Finish['unified'];
  warnings?: string[];
};

/** Fills in what was not told: no usage, and a finish that follows from whether tools were called. */
export function toAnswer(told: Told, ms: Answer['ms']): Answer {
  const toolCalls = told.toolCalls ?? [];
  return {
    text: told.text ?? '',
    toolCalls,
    finish: { unified: told.finish ?? (toolCalls.length > 0 ? 'tool-calls' : 'stop') },
    usage: told.usage ?? {},
    served: told.model === undefined ? {} : { model: told.model },
    ms,
    ...(told.warnings && told.warnings.length > 0 ? { warnings: told.warnings } : {}),
  };
}
