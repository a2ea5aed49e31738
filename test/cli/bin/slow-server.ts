import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { goodAnswer } from '../../servers/good-answer.ts';

/** How it behaves: the status of the first try at each question (then it answers), and how long an answer takes. */
export type Behaviour = { first?: number; ms?: number; usage?: boolean };

export type SlowServer = {
  url: string;
  /** Questions, in the order in which they came. */
  asked: string[];
  close(): Promise<void>;
};

/** A chat completions server on the loopback that is right in the end. */
export async function slowServer({ first, ms = 0, usage = true }: Behaviour = {}): Promise<SlowServer> {
  const asked: string[] = [];
  const server = createServer((request, response) => {
    let body = '';
    request.on('data', (bytes) => {
      body += bytes;
    });
    request.on('end', () => {
      const question = JSON.parse(body).messages.at(-1).content as string;
      const isFirst = !asked.includes(question);
      asked.push(question);
      if (first && isFirst) {
        const headers = {
          'content-type': 'application/json',
          ...(first === 429 ? { 'retry-after': '1' } : {}),
        };
        response.writeHead(first, headers).end(JSON.stringify({ error: { message: 'later' } }));
        return;
      }
      setTimeout(() => {
        const pieces = goodAnswer('/chat/completions').pieces.filter(
          (piece) => usage || !piece.includes('"usage"'),
        );
        response.writeHead(200, { 'content-type': 'text/event-stream' }).end(pieces.join(''));
      }, ms);
    });
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
