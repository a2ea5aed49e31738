import { once } from 'node:events';
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What it was sent, as far as tests look at it. */
export type ChatRequest = {
  model: string;
  messages: { role: string; content: string }[];
  stream?: boolean;
  response_format?: unknown;
};

/** A chat completions server of a test's own. */
export type ChatServer = {
  /** For `openai-compatible:` models. */
  url: string;
  /** All requests, in order. */
  asked: ChatRequest[];
  close(): Promise<void>;
};

const usage = { prompt_tokens: 100, completion_tokens: 10, total_tokens: 110 };
const data = (value: unknown) => `data: ${JSON.stringify(value)}\n\n`;

function send(response: ServerResponse, model: string, content: string, isStream: boolean): void {
  const about = { id: 'c1', created: 1_700_000_000, model: `${model}-2026` };
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

/** Starts one on the loopback. `answer` gives the text, or the status of a refusal; `index` counts from 0. */
export async function chatServer(
  answer: (request: ChatRequest, index: number) => string | number | Promise<string | number>,
): Promise<ChatServer> {
  const asked: ChatRequest[] = [];
  const server = createServer(async (request, response) => {
    const parts: Buffer[] = [];
    for await (const part of request) parts.push(part as Buffer);
    const body = JSON.parse(Buffer.concat(parts).toString('utf8')) as ChatRequest;
    asked.push(body);
    const said = await answer(body, asked.length - 1);
    if (typeof said === 'string') send(response, body.model, said, body.stream === true);
    else
      response
        .writeHead(said, { 'content-type': 'application/json' })
        .end(JSON.stringify({ error: { message: `refused with ${said}` } }));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`,
    asked,
    async close() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}
