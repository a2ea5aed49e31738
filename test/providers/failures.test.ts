import { createServer as createTcpServer } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { FailureKind } from '../../src/domain/failure.ts';
import { type FaultServer, faultServer } from '../servers/fault-server.ts';
import { type Asking, askedModel, canary } from './asked-model.ts';

let server: FaultServer;
beforeAll(async () => {
  server = await faultServer();
});
afterAll(() => server.close());

// biome-ignore lint/suspicious/noTemplateCurlyInString: this is how the user writes it
const fromEnvironment = '${env:OPENAI_API_KEY}';

type Row = {
  fault: string;
  kind: FailureKind;
  retryable: boolean;
  status?: number;
  retryAfterMs?: number;
  stream?: boolean;
  says?: string;
  timeouts?: Asking['timeouts'];
  /** Not for an endpoint whose body may be any text or any JSON. */
  notHttp?: true;
};

const statuses: Row[] = [
  ...[400, 404, 413, 422].map((status) => ({ status, kind: 'request' as const, retryable: false })),
  ...[401, 402, 403].map((status) => ({ status, kind: 'auth' as const, retryable: false })),
  ...[408, 409, 425, 500, 502, 503, 504, 529].map((status) => ({
    status,
    kind: 'server' as const,
    retryable: true,
  })),
  { status: 429, kind: 'rate-limit' as const, retryable: true },
  { status: 501, kind: 'server' as const, retryable: false },
].map((row) => ({ ...row, fault: `status/${row.status}` }));

const both: Row[] = [
  ...statuses,
  { fault: 'limited-seconds', kind: 'rate-limit', retryable: true, status: 429, retryAfterMs: 7000 },
  { fault: 'limited-milliseconds', kind: 'rate-limit', retryable: true, status: 429, retryAfterMs: 1500 },
  { fault: 'limited-date', kind: 'rate-limit', retryable: true, status: 429, retryAfterMs: 7000 },
  { fault: 'out-of-credit', kind: 'auth', retryable: false, status: 429, says: 'no credit' },
  { fault: 'moved', kind: 'request', retryable: false, status: 307, says: 'elsewhere.test' },
  { fault: 'html', kind: 'protocol', retryable: true, status: 200, says: 'HTML' },
  { fault: 'html-error', kind: 'server', retryable: true, status: 502, says: '502' },
  { fault: 'empty', kind: 'protocol', retryable: true, says: 'empty' },
  { fault: 'not-json', kind: 'protocol', retryable: true, says: 'not JSON' },
  { fault: 'other-json', kind: 'protocol', retryable: true },
  { fault: 'error-inside', kind: 'protocol', retryable: true, says: 'the model crashed', notHttp: true },
  { fault: 'not-utf8', kind: 'protocol', retryable: true, says: 'UTF-8' },
  { fault: 'cut-off-whole', kind: 'protocol', retryable: true, says: 'in the middle' },
  { fault: 'hang-before', kind: 'timeout', retryable: true, says: 'firstByte', timeouts: { firstByte: 300 } },
  { fault: 'reset', kind: 'connection', retryable: true },
  { fault: 'not-http', kind: 'protocol', retryable: true, says: 'not HTTP' },
];

const streamed: Row[] = (
  [
    { fault: 'empty-stream', kind: 'protocol', retryable: true },
    { fault: 'not-utf8-stream', kind: 'protocol', retryable: true, says: 'UTF-8' },
    { fault: 'ends-early', kind: 'protocol', retryable: true, says: 'in the middle' },
    { fault: 'cut-off', kind: 'protocol', retryable: true, says: 'in the middle' },
    { fault: 'broken-event', kind: 'protocol', retryable: true },
    { fault: 'error-mid-stream', kind: 'server', retryable: true, says: 'broke off' },
    { fault: 'hang-within', kind: 'timeout', retryable: true, says: 'idle', timeouts: { idle: 300 } },
  ] as const
).map((row) => ({ ...row, stream: true, notHttp: true }));

const rows = [
  ...both.flatMap((row) => [
    { ...row, stream: false },
    { ...row, stream: true },
  ]),
  ...streamed,
];

const models: { use: string; options: Record<string, string> }[] = [
  { use: 'openai:gpt-4o-mini', options: {} },
  { use: 'openai:gpt-5-pro', options: { api: 'responses' } },
  { use: 'openai-compatible:qwen3', options: { keyFrom: 'OPENAI_API_KEY' } },
  { use: 'anthropic:claude-haiku-4-5', options: {} },
  { use: 'google:gemini-2.5-flash', options: {} },
  { use: 'http:', options: {} },
];

describe.concurrent.each(models)('$use $options', ({ use, options }) => {
  test.each(rows.filter((row) => use !== 'http:' || (!row.notHttp && !row.stream)))(
    '$fault, stream $stream: $kind',
    async ({ fault, stream, timeouts, ...expected }) => {
      const address = `${server.at(fault)}/v1`;
      const own: Asking['options'] =
        use === 'http:' ? { url: address, headers: { 'x-secret': fromEnvironment } } : { baseUrl: address };
      const reply = await askedModel(use, {
        options: { ...options, ...own },
        settings: { stream },
        timeouts,
      });
      if (reply.status === 'answered') throw new Error(`answered: ${reply.answer.text}`);
      const { failure } = reply;
      expect(failure).toMatchObject({ kind: expected.kind, retryable: expected.retryable });
      expect(failure.retryAfterMs).toBe(expected.retryAfterMs);
      if (expected.status) expect(failure.status).toBe(expected.status);
      // The package reads a stream for itself here, and cannot say what else it was.
      const isTold = !(options.api === 'responses' && stream && /json|inside/.test(fault));
      if (expected.says && isTold) expect(failure.message).toContain(expected.says);
      expect(failure.message).toMatch(/^[^\n]+$/);
      expect(failure.body?.length ?? 0).toBeLessThanOrEqual(500);
      expect(JSON.stringify(reply)).not.toContain(canary);
    },
  );
});

test('a key that the server sends back is redacted, and the rest of the sentence stays', async () => {
  const reply = await askedModel('openai:gpt-4o-mini', {
    options: { baseUrl: `${server.at('status/401')}/v1` },
  });
  expect(reply).toMatchObject({
    failure: {
      message: 'openai refused the key in OPENAI_API_KEY (401): you sent Bearer [redacted]',
      status: 401,
    },
  });
});

test('a port where nobody listens', async () => {
  const gone = await faultServer();
  await gone.close();
  const reply = await askedModel('openai:gpt-4o-mini', { options: { baseUrl: `${gone.at('good')}/v1` } });
  expect(reply).toMatchObject({ failure: { kind: 'connection', retryable: true } });
  expect(JSON.stringify(reply)).toContain('ECONNREFUSED');
});

test('a host that has no address', async () => {
  const reply = await askedModel('openai:gpt-4o-mini', { options: { baseUrl: 'http://nobody.invalid/v1' } });
  expect(reply).toMatchObject({ failure: { kind: 'connection', retryable: true } });
});

test('a host that takes the connection and never says who it is', async () => {
  const silent = createTcpServer(() => {});
  await new Promise<void>((resolve) => silent.listen(0, '127.0.0.1', resolve));
  const { port } = silent.address() as { port: number };
  const options = { baseUrl: `https://127.0.0.1:${port}/v1` };
  const reply = await askedModel('openai:gpt-4o-mini', { options, timeouts: { connect: 300 } });
  expect(reply).toMatchObject({ failure: { kind: 'timeout', retryable: true } });
  expect(JSON.stringify(reply)).toContain('the connect timeout');
  silent.close();
});

test.each([true, false])('a signal ends a hanging request at once, stream %s', async (stream) => {
  const controller = new AbortController();
  const options = { baseUrl: `${server.at('hang-before')}/v1` };
  setTimeout(() => controller.abort(), 50);
  const start = performance.now();
  const reply = await askedModel('openai:gpt-4o-mini', {
    options,
    settings: { stream },
    signal: controller.signal,
  });
  expect(reply).toMatchObject({ failure: { kind: 'cancelled', retryable: false } });
  expect(performance.now() - start).toBeLessThan(1000);
});

test('a signal that was given before, and one that is a deadline', async () => {
  const options = { baseUrl: `${server.at('hang-within')}/v1` };
  const given = await askedModel('anthropic:claude-haiku-4-5', { options, signal: AbortSignal.abort() });
  expect(given).toMatchObject({ failure: { kind: 'cancelled' } });
  const late = await askedModel('anthropic:claude-haiku-4-5', { options, signal: AbortSignal.timeout(100) });
  expect(late).toMatchObject({ failure: { kind: 'timeout', retryable: true } });
});
