import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeAll, expect, test } from 'vitest';
import { type ChatRequest, type ChatServer, chatServer } from '../../servers/chat-server.ts';
import { builtBin } from './built-bin.ts';
import { project, type TestProject } from './project.ts';

let bin: string;
let at: TestProject;
let server: ChatServer;
beforeAll(async () => {
  bin = await builtBin();
}, 120_000);
afterEach(async () => {
  at.remove();
  await server.close();
});

const says = (verdict: string) => JSON.stringify({ reason: 'because', verdict });
const outputIn = ({ messages }: ChatRequest) =>
  /<output (\w+)>\n([\s\S]*)\n<\/output \1>/.exec(messages.at(-1)!.content)![2]!;
const fair = (request: ChatRequest) => says(outputIn(request).includes('good') ? 'pass' : 'fail');

const config = (url: string) => `models:
  shop: { use: "openai-compatible:shop-1", baseUrl: "${url}", keyFrom: NO_SUCH_KEY }
judges:
  strict: { use: "openai-compatible:judge-1", baseUrl: "${url}", price: { input: 10, output: 10 } }
limits: { openai-compatible: { retries: 0 } }
`;
const suite = `suite: refund
models: [shop]
judge: strict
graders: [{ judge: "Is it kind?", name: polite }]
cases: [{ id: c0, input: hello }]
`;
const labels = (count = 60) =>
  Array.from({ length: count }, (_, i) => {
    const label = i % 2 === 0 ? 'pass' : 'fail';
    const output = `${i % 2 === 0 ? 'good' : 'bad'} ${i}`;
    return `${JSON.stringify({ suite: 'refund', check: 'polite', case: `c${i}`, output, label, rater: 'ana' })}\n`;
  }).join('');
const file = 'evals/judges/strict.calibration.json';
const calibrate = ['judge', 'calibrate', 'strict', '--labels', 'labels.jsonl', '-q'];

async function shop(judge: Parameters<typeof chatServer>[0] = fair) {
  server = await chatServer(judge);
  at = project(bin, {
    'evals.config.yaml': config(server.url),
    'evals/s.eval.yaml': suite,
    'labels.jsonl': labels(),
  });
}
const written = () => readFileSync(join(at.folder, file), 'utf8');
const untimed = () => written().replace(/"(at|cost)": .*/g, '');

test('a judge behind a server is asked alone, paid for once, and its file is the same bytes again', async () => {
  await shop();
  const { code, out, err } = await at.run(calibrate);
  expect([code, err]).toEqual([0, '']);
  // 60 outputs, 20 of them three times more, 50 with words at their end; 110 tokens each at $10 a million.
  expect(server.asked).toHaveLength(170);
  expect(new Set(server.asked.map(({ model }) => model))).toEqual(new Set(['judge-1']));
  expect(out).toContain('answered by judge-1-2026');
  expect(out).toContain('cost            $0.19 · 170 calls (17,000 tokens in, 1,700 out)');
  expect(out).toContain('FIT  A gate may rest on it.');
  const first = untimed();
  const again = await at.run(calibrate);
  expect(server.asked).toHaveLength(170);
  expect(again.out).toContain('nothing: all 170 replies came from cache or cassette');
  expect(untimed()).toBe(first);
});

test('what a budget cut off is gone on with, from the cache', async () => {
  await shop();
  const { code, err } = await at.run([...calibrate, '--max-calls', '40']);
  expect([code, server.asked.length]).toEqual([4, 40]);
  expect(err).toContain('Nothing was written.');
  expect(written).toThrow();
  expect((await at.run(calibrate)).code).toBe(0);
  expect(server.asked).toHaveLength(170);
});

test('a judge that is down has no calibration (3)', async () => {
  await shop(() => 503);
  const { code, err } = await at.run(calibrate);
  expect([code, err]).toEqual([3, expect.stringContaining('could not be asked about 60 of 60')]);
  expect(written).toThrow();
});

test('a cassette answers alone, without the server; what is not in it is refused (2)', async () => {
  await shop();
  expect((await at.run([...calibrate, '--record', 'tapes/judge.jsonl', '--cache', 'off'])).code).toBe(0);
  const first = untimed();
  const asked = server.asked.length;
  const replay = [...calibrate, '--replay', 'tapes/judge.jsonl'];
  const again = await at.run([...replay, '--offline']);
  expect([again.code, again.err, server.asked.length]).toEqual([0, '', asked]);
  expect(untimed()).toBe(first);
  writeFileSync(join(at.folder, 'labels.jsonl'), labels(61));
  const other = await at.run(replay);
  expect([other.code, other.err]).toEqual([2, expect.stringContaining('not-in-cassette')]);
  expect(untimed()).toBe(first);
});

test('without a network there is no judge', async () => {
  await shop();
  const { code, err } = await at.run([...calibrate, '--offline']);
  expect([code, err, server.asked]).toEqual([2, expect.stringContaining('offline-model'), []]);
});

test('a disk that does not take the file is said (3), and what cannot be read is refused before (2)', async () => {
  await shop();
  at.write({ [`${file}.new/x`]: '' });
  const { code, err } = await at.run(calibrate);
  expect([code, err]).toEqual([3, expect.stringContaining('calibration-not-written')]);
  const asked = server.asked.length;
  at.write({ [file]: '<<<<<<< HEAD\n' });
  const again = await at.run(calibrate);
  expect([again.code, again.err]).toEqual([2, expect.stringContaining('calibration-conflict')]);
  expect(server.asked).toHaveLength(asked);
});
