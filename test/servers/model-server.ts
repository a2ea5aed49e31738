import { once } from 'node:events';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What it lists, and to whom: the key that it wants in which header (bare, or after Bearer); an empty key is no key. */
export type Listing = {
  key: string;
  models: string[];
  header?: string;
  /** Gives back whatever it is sent, as the names of its models too. */
  isEcho?: boolean;
};

export type ModelServer = {
  url: string;
  /** Method and path of each request. */
  asked: string[];
  headers: IncomingMessage['headers'][];
  close(): Promise<void>;
};

/** A server on the loopback that does nothing but list its models. */
export async function modelServer({
  key,
  models,
  header = 'authorization',
  isEcho,
}: Listing): Promise<ModelServer> {
  const asked: string[] = [];
  const headers: IncomingMessage['headers'][] = [];
  const server = createServer((request, response) => {
    asked.push(`${request.method} ${request.url!.split('?')[0]}`);
    headers.push(request.headers);
    const isRight = key === '' || String(request.headers[header]).replace('Bearer ', '') === key;
    const sent = Object.values(request.headers).map(String);
    const body = !isRight
      ? { error: { message: `wrong: ${sent}` } }
      : { data: (isEcho ? sent : models).map((id) => ({ id })) };
    response.writeHead(isRight ? 200 : 401, { 'content-type': 'application/json' }).end(JSON.stringify(body));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    asked,
    headers,
    async close() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}
