import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { goodAnswer } from './good-answer.ts';
import { type HeaderStyle, rateHeaders } from './rate-headers.mjs';
import type { RateLaw } from './rate-laws.mjs';

export type RateServer = {
  /** Without the API's own path. */
  url: string;
  /** How often each question was answered, which is what costs. */
  paid: Map<string, number>;
  /** Questions that were refused. */
  refused: string[];
  close(): Promise<void>;
};

type Options = {
  law: RateLaw;
  headers: HeaderStyle;
  /** Milliseconds between the head of an answer and the rest. */
  bodyAfter?: number;
};

/** A server for every API of ours on the loopback that keeps to a law and tells of it; the questions are in the bodies. */
export async function rateServer({ law, headers, bodyAfter = 0 }: Options): Promise<RateServer> {
  const paid = new Map<string, number>();
  const refused: string[] = [];
  const server = createServer(async (request, response) => {
    let body = '';
    for await (const bytes of request) body += bytes;
    const question = /question \d+/.exec(body)?.[0] ?? '';
    const ruling = law.admit(performance.now());
    const told = rateHeaders(headers, ruling, new Date());
    if (!ruling.isAdmitted) {
      refused.push(question);
      response.writeHead(429, { 'content-type': 'application/json', ...told });
      return response.end('{"error":{"message":"Rate limit reached"}}');
    }
    paid.set(question, (paid.get(question) ?? 0) + 1);
    const { whole, pieces } = goodAnswer(request.url!);
    const isStreamed = body.includes('"stream":true') || request.url!.includes('alt=sse');
    response.writeHead(200, {
      'content-type': isStreamed ? 'text/event-stream' : 'application/json',
      ...told,
    });
    response.flushHeaders();
    const end = () => response.end(isStreamed ? pieces.join('') : JSON.stringify(whole));
    if (bodyAfter > 0) setTimeout(end, bodyAfter);
    else end();
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    paid,
    refused,
    async close() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}
