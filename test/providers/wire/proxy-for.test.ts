import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { probe } from '../../../src/providers/wire/probe.ts';
import { proxyFor } from '../../../src/providers/wire/proxy-for.ts';
import { connectProxy } from '../../servers/connect-proxy.ts';

const proxy = 'http://ann:secret@proxy.example:3128';
const upper = { HTTPS_PROXY: proxy };
const both = { http_proxy: 'http://a.example', HTTPS_PROXY: 'http://b.example' };
test.each([
  ['https://api.example/v1', {}, undefined],
  ['https://api.example/v1', upper, 'HTTPS_PROXY'],
  ['http://api.example/v1', upper, undefined],
  ['http://api.example/v1', { HTTP_PROXY: proxy }, 'HTTP_PROXY'],
  ['https://api.example/v1', { HTTP_PROXY: proxy }, 'HTTP_PROXY'],
  ['https://api.example/v1', both, 'HTTPS_PROXY'],
  ['http://api.example/v1', both, 'http_proxy'],
  ['https://127.0.0.1:9/v1', upper, undefined],
  ['https://localhost/v1', upper, undefined],
  ['https://[::1]/v1', upper, undefined],
  ['https://api.example/v1', { ...upper, NO_PROXY: '*' }, undefined],
  ['https://api.example/v1', { ...upper, NO_PROXY: 'api.example' }, undefined],
  ['https://api.example/v1', { ...upper, NO_PROXY: 'x.test, .example' }, undefined],
  ['https://api.example/v1', { ...upper, NO_PROXY: '*.example' }, undefined],
  ['https://api.example/v1', { ...upper, no_proxy: 'ample' }, 'HTTPS_PROXY'],
  ['https://api.example/v1', { ...upper, no_proxy: 'api.example:8443' }, 'HTTPS_PROXY'],
  ['https://api.example:8443/v1', { ...upper, no_proxy: 'api.example:8443' }, undefined],
  ['https://api.example/v1', { ...upper, no_proxy: '', NO_PROXY: '*' }, 'HTTPS_PROXY'],
  ['https://api.example/v1', { ...upper, no_proxy: 'other.example api.EXAMPLE' }, undefined],
])('%s with %j: %s', (url, env, variable) => {
  expect(proxyFor(url, env)?.variable).toBe(variable);
});

// What undici does is the truth; this file only says it beforehand.
test('the proxy is asked for the very addresses that are said to go through it', async () => {
  const real = await connectProxy(502);
  const clock = {
    now: () => 0,
    date: () => new Date(0),
    sleep: (ms: number, signal?: AbortSignal) => sleep(ms, undefined, { signal }),
  };
  const hosts = ['api.invalid', 'api.invalid:8443', 'sub.api.invalid', 'other.invalid', 'otherapi.invalid'];
  const exceptions = ['', '*', 'api.invalid', '.api.invalid', '*.api.invalid', 'api.invalid:443', 'x, api.invalid:8443', 'invalid']; // biome-ignore format: a list
  for (const NO_PROXY of exceptions) {
    for (const protocol of ['http', 'https']) {
      const env = { HTTP_PROXY: real.url, NO_PROXY };
      const asked = hosts.map((host) => `${protocol}://${host}/`);
      real.asked.length = 0;
      const question = (url: string) => ({ method: 'GET' as const, url, headers: {} });
      await Promise.all(asked.map((url) => probe(question(url), { env, clock, timeoutMs: 1000 })));
      const said = asked.filter((url) => proxyFor(url, env)).map((url) => new URL(url));
      const port = protocol === 'http' ? 80 : 443;
      expect([...real.asked].sort()).toEqual(
        said.map(({ hostname, port: own }) => `${hostname}:${own || port}`).sort(),
      );
    }
  }
  await real.close();
}, 60_000);
