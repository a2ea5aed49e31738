import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** One request as it came. */
export type Told = { model: string; temperature?: number; text: string };

export type ToldServer = {
  url: string;
  asked: Told[];
  /** What it says from now on. */
  says(answer: (told: Told) => string): void;
  close(): Promise<void>;
};

/** A chat completions server on the loopback that says what it is told to. */
export async function toldServer(first: (told: Told) => string): Promise<ToldServer> {
  const asked: Told[] = [];
  let answer = first;
  const server = createServer(async (request, response) => {
    let body = '';
    for await (const bytes of request) body += bytes;
    const { model, temperature, messages } = JSON.parse(body);
    const text = messages.map(({ content }: { content: string }) => content).join('\n');
    const told = { model, temperature, text };
    asked.push(told);
    const choice = { index: 0, delta: { role: 'assistant', content: answer(told) }, finish_reason: 'stop' };
    const about = { id: 'c', created: 1_700_000_000, model: 'told-1', object: 'chat.completion.chunk' };
    const usage = { prompt_tokens: 4, completion_tokens: 1, total_tokens: 5 };
    response.writeHead(200, { 'content-type': 'text/event-stream' });
    for (const event of [{ choices: [choice] }, { choices: [], usage }])
      response.write(`data: ${JSON.stringify({ ...about, ...event })}\n\n`);
    response.end('data: [DONE]\n\n');
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`,
    asked,
    says: (next) => {
      answer = next;
    },
    async close() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}
