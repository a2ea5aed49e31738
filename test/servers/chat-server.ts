import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { sendChat } from './send-chat.ts';

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
    if (typeof said === 'string')
      sendChat(response, {
        model: `${body.model}-2026`,
        content: said,
        isStream: body.stream === true,
        tokens: [100, 10],
      });
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
