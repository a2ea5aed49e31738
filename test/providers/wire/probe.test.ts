import { createServer } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { probe } from '../../../src/providers/wire/probe.ts';
import { connectProxy } from '../../servers/connect-proxy.ts';
import { deadPort } from '../../servers/dead-port.ts';
import { type FaultServer, faultServer } from '../../servers/fault-server.ts';
import { tlsServer } from '../../servers/tls-server.ts';

let server: FaultServer;
beforeAll(async () => {
  server = await faultServer();
});
afterAll(() => server.close());

const clock = {
  now: () => performance.now(),
  date: () => new Date(),
  sleep: (ms: number, signal?: AbortSignal) => sleep(ms, undefined, { signal }),
};
const ask = (url: string, env: Record<string, string> = {}, timeoutMs = 3000) =>
  probe({ method: 'GET', url, headers: { authorization: 'Bearer k' } }, { env, clock, timeoutMs });

test.each([200, 401, 404, 405, 429, 503])('any answer is an answer: %i', async (code) => {
  const url = code === 200 ? server.at('good') : server.at(`status/${code}`);
  expect(await ask(`${url}/models`)).toMatchObject({
    status: 'answered',
    code,
    body: expect.stringContaining('{'),
  });
});

test('a redirect is an answer, and nobody goes after it', async () => {
  const before = server.asked.length;
  expect(await ask(server.at('status/302'))).toMatchObject({ status: 'answered', code: 302 });
  expect(server.asked.length).toBe(before + 1);
});

test.each([
  ['reset', 'closed'],
  ['not-http', 'not-http'],
])('%s: %s', async (fault, why) => {
  expect(await ask(server.at(fault))).toMatchObject({ status: 'failed', why });
});

test('a server that says nothing, and one that takes the connection and is no server at all', async () => {
  const mute = createServer().listen(0, '127.0.0.1');
  await new Promise((resolve) => mute.once('listening', resolve));
  const { port } = mute.address() as { port: number };
  for (const url of [server.at('hang-before'), `http://127.0.0.1:${port}`, `https://127.0.0.1:${port}`]) {
    const start = performance.now();
    expect(await ask(url, {}, 300)).toMatchObject({ status: 'failed', why: 'timeout' });
    expect(performance.now() - start).toBeLessThan(1500);
  }
  mute.close();
});

test('an answer whose end never comes is an answer', async () => {
  expect(await ask(server.at('hang-within'), {}, 400)).toMatchObject({ status: 'answered', code: 200 });
});

test('a port on which nobody listens, a name that nobody has', async () => {
  const port = await deadPort();
  expect(await ask(`http://127.0.0.1:${port}`)).toMatchObject({ why: 'refused', code: 'ECONNREFUSED' });
  expect(await ask(`http://localhost:${port}`)).toMatchObject({ why: 'refused', code: 'ECONNREFUSED' });
  expect(await ask('http://nobody.invalid', {}, 10_000)).toMatchObject({ why: 'name' });
});

test('TLS: a certificate that nobody signed, and a server that speaks plain HTTP', async () => {
  expect(await ask(`https://127.0.0.1:${server.port}`)).toMatchObject({ why: 'tls-protocol' });
  const tls = await tlsServer();
  if (!tls) return console.log('skipped: a certificate of its own needs openssl');
  expect(await ask(tls.url)).toMatchObject({ why: 'tls', code: 'DEPTH_ZERO_SELF_SIGNED_CERT' });
  await tls.close();
});

test('a proxy that refuses, one that is not there, one that is no address', async () => {
  const proxy = await connectProxy(407);
  for (const protocol of ['http', 'https'])
    expect(await ask(`${protocol}://models.invalid/v1`, { HTTPS_PROXY: proxy.url, HTTP_PROXY: proxy.url })).toMatchObject({
      why: 'proxy-refused',
      code: '407',
    }); // biome-ignore format: one line
  expect(proxy.asked).toEqual(['models.invalid:80', 'models.invalid:443']);
  await proxy.close();
  expect(await ask('https://models.invalid', { HTTPS_PROXY: proxy.url })).toMatchObject({ why: 'refused' });
  expect(await ask('https://models.invalid', { HTTPS_PROXY: 'proxy.example:3128' })).toMatchObject({
    why: 'proxy-address',
  });
});

test('a header that cannot be sent is told by its kind alone', async () => {
  const headers = { authorization: 'Bearer a\nb' };
  const told = await probe(
    { method: 'GET', url: server.at('good'), headers },
    { env: {}, clock, timeoutMs: 500 },
  );
  expect(told).toMatchObject({ status: 'failed', why: 'not-sendable' });
});
