import type { ServerResponse } from 'node:http';

const usageOf = (input: number, output: number) => ({
  prompt_tokens: input,
  completion_tokens: output,
  total_tokens: input + output,
});
const data = (value: unknown) => `data: ${JSON.stringify(value)}\n\n`;

/** Sends a whole or a streamed chat completion. */
export function sendChat(
  response: ServerResponse,
  {
    model,
    content,
    isStream,
    tokens,
  }: { model: string; content: string; isStream: boolean; tokens: [number, number] },
): void {
  const about = { id: 'c1', created: 1_700_000_000, model };
  const usage = usageOf(...tokens);
  if (!isStream) {
    const choice = { index: 0, message: { role: 'assistant', content }, finish_reason: 'stop' };
    response.writeHead(200, { 'content-type': 'application/json' });
    response.end(JSON.stringify({ ...about, object: 'chat.completion', choices: [choice], usage }));
    return;
  }
  const piece = (delta: object, finish_reason: string | null = null) =>
    data({ ...about, object: 'chat.completion.chunk', choices: [{ index: 0, delta, finish_reason }] });
  response.writeHead(200, { 'content-type': 'text/event-stream' });
  response.write(piece({ role: 'assistant', content }) + piece({}, 'stop'));
  response.end(`${data({ ...about, object: 'chat.completion.chunk', choices: [], usage })}data: [DONE]\n\n`);
}
