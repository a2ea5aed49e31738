import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { goodAnswer } from './good-answer.ts';

type Echo = (response: ServerResponse, said: Said, request: IncomingMessage) => void;

/** What a careless server repeats: the address and the headers that it was sent, and each secret value among them. */
type Said = { all: string; values: string[]; isStream: boolean; url: string };

const json = (response: ServerResponse, status: number, value: unknown, headers = {}) =>
  response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(JSON.stringify(value));

const status =
  (code: number, headers = {}): Echo =>
  (response, { all }) =>
    json(response, code, { error: { message: all } }, headers);

const told =
  (make: (value: string) => string): Echo =>
  (response, { values }) =>
    json(response, 400, { error: { message: values.map(make).join(' and ') } });

const text = (url: string, words: string): { whole: string; pieces: string[] } => {
  const { whole, pieces } = goodAnswer(url);
  const escaped = JSON.stringify(words).slice(1, -1);
  const middle = Math.floor(words.length / 2);
  const [left, right] = [words.slice(0, middle), words.slice(middle)].map((half) =>
    JSON.stringify(half).slice(1, -1),
  );
  return {
    whole: JSON.stringify(whole).replace('Yes — 30 days.', () => escaped),
    // Half of it in the one event and half in the next.
    pieces: pieces.map((piece) =>
      piece.replace('Yes — ', () => left!).replace('"30 days."', () => `"${right}"`),
    ),
  };
};

/** By the first part of the path: the ways in which a server gives back what it was sent. */
const echoes: Record<string, Echo> = {
  400: status(400),
  401: status(401),
  403: status(403),
  429: status(429, { 'retry-after-ms': '1' }),
  500: status(500, { 'retry-after-ms': '1' }),
  plain: (response, { all }) => response.writeHead(400, { 'content-type': 'text/plain' }).end(all),
  // Wherever the text is cut, it is cut in the middle of a secret.
  everywhere: (response, { values }) =>
    response
      .writeHead(400, { 'content-type': 'text/plain' })
      .end(values.map((value) => value.repeat(40)).join('')),
  base64: told(
    (value) => `${Buffer.from(value).toString('base64')} ${Buffer.from(`me:${value}`).toString('base64')}`,
  ),
  'url-encoded': told((value) => `${encodeURIComponent(value)} ${new URLSearchParams({ value })}`),
  'json-escaped': told((value) => JSON.stringify({ value })),
  split(response, { all }) {
    response.writeHead(400, { 'content-type': 'application/json' });
    const body = JSON.stringify({ error: { message: all } });
    response.write(body.slice(0, body.length / 2));
    setTimeout(() => response.end(body.slice(body.length / 2)), 20);
  },
  moved: (response, { values }) =>
    response.writeHead(307, { location: `http://elsewhere.test/?key=${values.join('')}` }).end(),
  html: (response, { all }) =>
    response.writeHead(200, { 'content-type': 'text/html' }).end(`<!doctype html><p>${all}`),
  'not-json': (response, { all }) =>
    response.writeHead(200, { 'content-type': 'application/json' }).end(`{"choices": [{"${all}`),
  'other-json': (response, { all }) => json(response, 200, { hello: all, error: { message: all } }),
  middle(response, { all, isStream, url }) {
    if (!isStream) return json(response, 200, { error: { message: all, code: 500 } });
    const { pieces } = goodAnswer(url);
    const error = { type: 'error', sequence_number: 3, error: { type: 'x', code: 'x', message: all } };
    response.writeHead(200, { 'content-type': 'text/event-stream' }).write(pieces.slice(0, 2).join(''));
    response.end(`event: error\ndata: ${JSON.stringify(error)}\n\n`);
  },
  answer(response, { values, isStream, url }) {
    const { whole, pieces } = text(url, `30 days ${values.join(' ')}`);
    const headers = { 'x-request-id': values.join('') };
    if (!isStream)
      return response.writeHead(200, { 'content-type': 'application/json', ...headers }).end(whole);
    response.writeHead(200, { 'content-type': 'text/event-stream', ...headers }).end(pieces.join(''));
  },
  fine(response, { isStream, url }) {
    const { whole, pieces } = goodAnswer(url);
    if (!isStream) return json(response, 200, whole);
    response.writeHead(200, { 'content-type': 'text/event-stream' }).end(pieces.join(''));
  },
  reset: (_response, _said, request) => request.socket.resetAndDestroy(),
};

export type EchoServer = {
  port: number;
  /** The ways, each the first part of a path. */
  ways: string[];
  /** Everything that it was ever sent, as one text. */
  sent(): string;
  close(): Promise<void>;
};

/** A server on the loopback that gives back every secret which it is sent; `isSecret` tells which values those are. */
export async function echoServer(secrets: readonly string[]): Promise<EchoServer> {
  const sent: string[] = [];
  const server = createServer((request, response) => {
    let body = '';
    request.on('data', (bytes) => {
      body += bytes;
    });
    request.on('end', () => {
      const url = request.url!;
      const all = `${url} ${request.rawHeaders.join(' ')}`;
      sent.push(all);
      const values = secrets.filter((secret) => all.includes(secret));
      const isStream = body.includes('"stream":true') || url.includes('alt=sse');
      echoes[url.split('/')[1]!]!(response, { all, values, isStream, url }, request);
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    port: (server.address() as AddressInfo).port,
    ways: Object.keys(echoes),
    sent: () => sent.join('\n'),
    async close() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}
