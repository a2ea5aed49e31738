import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { goodAnswer } from './good-answer.ts';

type Fault = (request: IncomingMessage, response: ServerResponse, body: string) => void;

const json = (
  response: ServerResponse,
  status: number,
  value: unknown,
  headers: Record<string, string> = {},
) =>
  response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(JSON.stringify(value));

/** A server that gives back the key which it was sent, as a careless gateway does. */
const echoed = ({ headers }: IncomingMessage) =>
  `you sent ${headers.authorization ?? headers['x-api-key'] ?? headers['x-goog-api-key'] ?? headers['x-secret']}`;

const status =
  (code: number, headers: Record<string, string> = {}): Fault =>
  (request, response) =>
    json(response, code, { error: { message: echoed(request), type: 'invalid' } }, headers);

const isStreamed = (request: IncomingMessage, body: string) =>
  body.includes('"stream":true') || request.url!.includes('alt=sse');

const begin = (response: ServerResponse, pieces: string[]) => {
  response.writeHead(200, { 'content-type': 'text/event-stream' });
  for (const piece of pieces) response.write(piece);
};

/** By the first part of the path. A stream that has begun is one with a single piece of its text. */
const faults: Record<string, Fault> = {
  good(request, response, body) {
    const { whole, pieces } = goodAnswer(request.url!);
    if (!isStreamed(request, body)) return json(response, 200, whole, { 'x-request-id': 'req_7' });
    response.writeHead(200, { 'content-type': 'text/event-stream; charset=utf-8', 'x-request-id': 'req_7' });
    for (const piece of pieces) response.write(piece);
    response.end();
  },
  slow(request, response) {
    const { pieces } = goodAnswer(request.url!);
    response.writeHead(200, { 'content-type': 'text/event-stream' });
    const next = (index: number) => {
      if (index === pieces.length) return response.end();
      response.write(pieces[index]);
      setTimeout(next, 60, index + 1);
    };
    next(0);
  },
  // Every byte is a chunk of its own, so that each character and each line is torn apart.
  bytes(request, response) {
    const all = Buffer.from(goodAnswer(request.url!).pieces.join(''));
    response.writeHead(200, { 'content-type': 'text/event-stream' });
    const next = (index: number) => {
      if (index === all.length) return response.end();
      response.write(all.subarray(index, index + 1));
      setImmediate(next, index + 1);
    };
    next(0);
  },
  'limited-seconds': status(429, { 'retry-after': '7' }),
  'limited-milliseconds': status(429, { 'retry-after-ms': '1500', 'retry-after': '7' }),
  'limited-date': status(429, {
    date: 'Wed, 01 Jan 2025 00:00:02 GMT',
    'retry-after': 'Wed, 01 Jan 2025 00:00:09 GMT',
  }),
  'out-of-credit': (_, response) =>
    json(response, 429, {
      error: { message: 'You exceeded your current quota', code: 'insufficient_quota' },
    }),
  moved: (_, response) => response.writeHead(307, { location: 'http://elsewhere.test/v1' }).end(),
  html: (_, response) =>
    response.writeHead(200, { 'content-type': 'text/html' }).end('<!doctype html><title>Sign in</title>'),
  'html-error': (_, response) =>
    response.writeHead(502, { 'content-type': 'text/html' }).end('<html><h1>Bad gateway</h1></html>'),
  empty: (_, response) => response.writeHead(200, { 'content-type': 'application/json' }).end(),
  'empty-stream': (_, response) => response.writeHead(200, { 'content-type': 'text/event-stream' }).end(),
  'not-json': (_, response) =>
    response.writeHead(200, { 'content-type': 'application/json' }).end('{"choices": [{"mess'),
  'other-json': (_, response) => json(response, 200, { hello: 'world' }),
  'error-inside': (_, response) =>
    json(response, 200, { error: { message: 'the model crashed', code: 500 } }),
  'not-utf8': (_, response) =>
    response
      .writeHead(200, { 'content-type': 'application/json' })
      .end(Buffer.concat([Buffer.from('{"text":"'), Buffer.from([0xc3, 0x28]), Buffer.from('"}')])),
  'not-utf8-stream'(request, response) {
    begin(response, goodAnswer(request.url!).pieces.slice(0, 1));
    response.end(Buffer.from([0x64, 0x61, 0x74, 0x61, 0x3a, 0xff, 0xfe, 0x0a, 0x0a]));
  },
  'hang-before': () => {},
  'hang-within'(request, response) {
    begin(response, goodAnswer(request.url!).pieces.slice(0, -1));
  },
  'ends-early'(request, response) {
    begin(response, goodAnswer(request.url!).pieces.slice(0, 2));
    response.end();
  },
  'cut-off'(request, response) {
    begin(response, goodAnswer(request.url!).pieces.slice(0, 2));
    setTimeout(() => response.socket!.destroy(), 20);
  },
  'cut-off-whole'(request, response) {
    const text = JSON.stringify(goodAnswer(request.url!).whole);
    response.writeHead(200, {
      'content-type': 'application/json',
      'content-length': String(text.length + 10),
    });
    response.write(text.slice(0, 40));
    setTimeout(() => response.socket!.destroy(), 20);
  },
  'error-mid-stream'(request, response) {
    begin(response, goodAnswer(request.url!).pieces.slice(0, 2));
    const error = {
      type: 'error',
      sequence_number: 3,
      error: { type: 'overloaded_error', code: 'overloaded', message: echoed(request) },
    };
    response.end(`event: error\ndata: ${JSON.stringify(error)}\n\n`);
  },
  'broken-event'(request, response) {
    begin(response, goodAnswer(request.url!).pieces.slice(0, 2));
    response.end('data: {"choices": [\n\n');
  },
  reset: (request) => (request.socket as Socket).resetAndDestroy(),
  'not-http': (request) => request.socket.end('ICY 200 OK\r\n\r\n'),
};

/** What the server was asked: the last requests, newest last. */
export type Asked = { url: string; headers: IncomingMessage['headers']; body: string };

export type FaultServer = {
  /** Address of a fault, or of `status/<code>`: the rest of the path is the API's own. */
  at(fault: string): string;
  port: number;
  asked: Asked[];
  close(): Promise<void>;
};

/** Listens on a free port of the loopback and breaks in the way that the path names. */
export async function faultServer(): Promise<FaultServer> {
  const asked: Asked[] = [];
  const server = createServer((request, response) => {
    let body = '';
    request.on('data', (bytes) => {
      body += bytes;
    });
    request.on('end', () => {
      asked.push({ url: request.url!, headers: request.headers, body });
      const [, name, code] = request.url!.split('/');
      (name === 'status' ? status(Number(code)) : faults[name!]!)(request, response, body);
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    at: (fault) => `http://127.0.0.1:${port}/${fault}`,
    port,
    asked,
    async close() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}
