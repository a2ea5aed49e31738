import type { Json } from '../../domain/json.ts';
import type { Assembly, JsonObject } from './assembly.ts';

/** Gemini: every event is a whole response with more parts; a blocked prompt has no candidate at all. */
export const googleAssembly: Assembly = {
  toStreamed: (exchange) => ({
    ...exchange,
    url: exchange.url.replace(/:generateContent$/, ':streamGenerateContent?alt=sse'),
  }),
  start() {
    const answer: JsonObject = {};
    const candidate: JsonObject = {};
    const parts: JsonObject[] = [];
    return {
      take(event) {
        const { candidates, ...around } = event;
        Object.assign(answer, around);
        const piece = Array.isArray(candidates) ? (candidates[0] as JsonObject | undefined) : undefined;
        if (!piece) return false;
        const { content, ...rest } = piece;
        Object.assign(candidate, rest);
        const more = ((content as JsonObject | undefined)?.parts ?? []) as JsonObject[];
        for (const part of more) addPart(parts, part);
        return more.some((part) => (part.text && part.thought !== true) || part.functionCall);
      },
      isWhole: () =>
        Boolean(candidate.finishReason ?? (answer.promptFeedback as JsonObject | undefined)?.blockReason),
      toWhole: () => ({
        ...answer,
        ...(candidate.finishReason || parts.length > 0
          ? { candidates: [{ ...candidate, content: { role: 'model', parts: parts as Json[] } }] }
          : {}),
      }),
    };
  },
};

function addPart(parts: JsonObject[], part: JsonObject): void {
  const last = parts.at(-1);
  const isMore =
    typeof last?.text === 'string' &&
    typeof part.text === 'string' &&
    last.thought === part.thought &&
    !last.thoughtSignature &&
    !part.thoughtSignature;
  if (isMore) last.text = `${last.text}${part.text}`;
  else parts.push({ ...part });
}
