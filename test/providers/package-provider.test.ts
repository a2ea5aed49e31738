import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { providers } from '../../src/providers/index.ts';
import { type FaultServer, faultServer } from '../servers/fault-server.ts';
import { toModel, toRequest, toWorld } from './asked-model.ts';

let server: FaultServer;
let root: string;

const languageModel = (version: string) => `
export function createOne({ baseURL, fetch, region }) {
  const languageModel = (id) => ({
    specificationVersion: '${version}',
    async doGenerate({ prompt }) {
      const response = await fetch(baseURL, { method: 'POST', body: JSON.stringify({ id, prompt }) });
      const { choices: [{ message }] } = await response.json();
      return {
        content: [{ type: 'text', text: message.content + ' from ' + region }],
        finishReason: { unified: 'stop', raw: 'stop' },
        usage: { inputTokens: { total: 1 }, outputTokens: { total: 2 } },
        warnings: [{ type: 'other', message: 'made for a test' }],
      };
    },
  });
  return { languageModel };
}`;

async function install(name: string, source: string): Promise<void> {
  const folder = path.join(root, 'node_modules', name);
  await mkdir(folder, { recursive: true });
  await writeFile(
    path.join(folder, 'package.json'),
    JSON.stringify({ name, type: 'module', main: 'index.js' }),
  );
  await writeFile(path.join(folder, 'index.js'), source);
}

beforeAll(async () => {
  server = await faultServer();
  root = await mkdtemp(path.join(tmpdir(), 'evals-package-'));
  await install('@some/third', languageModel('v3'));
  await install('@some/fourth', languageModel('v4'));
  await install('@some/second', languageModel('v2'));
  await install('@some/several', 'export const createA = () => ({}); export const createB = () => ({});');
  await install('@some/broken', 'throw new Error("no such region");');
});
afterAll(async () => {
  await server.close();
  await rm(root, { recursive: true });
});

test.each(['@some/third', '@some/fourth'])(
  '%s: a package of the user’s answers through our connections',
  async (name) => {
    const options = { baseUrl: server.at('good'), settings: { region: 'here' } };
    const model = toModel(`${name}:m-1`, { options, settings: { stream: false } });
    const world = { ...toWorld({}), root };
    expect(await providers.get(name)!.check!(model, world)).toEqual([]);
    const open = await providers.get(name)!.open(model, world);
    const reply = await open.try(toRequest({ settings: { stream: false } }), new AbortController().signal);
    expect(reply.status === 'answered' && reply.answer).toMatchObject({
      text: 'Yes — 30 days. from here',
      usage: { input: 1, output: 2 },
      warnings: ['made for a test'],
    });
    expect(JSON.parse(server.asked.at(-1)!.body).id).toBe('m-1');
    await open.close();
  },
);

test('a real package, with its own streams', async () => {
  const name = '@ai-sdk/openai-compatible';
  const options = { baseUrl: `${server.at('good')}/v1`, settings: { name: 'mine', includeUsage: true } };
  const open = await providers.get(name)!.open(toModel(`${name}:m`, { options }), toWorld({}));
  const reply = await open.try(toRequest({}), new AbortController().signal);
  expect(reply.status === 'answered' && reply.answer).toMatchObject({
    text: 'Yes — 30 days.',
    toolCalls: [{ id: 'call_1', name: 'look_up', arguments: { order: 12 } }],
    usage: { input: 20, output: 9, cached: 5, reasoning: 3 },
    served: { model: 'served-1', requestId: 'req_7' },
    finish: { unified: 'tool-calls', raw: 'tool_calls' },
  });
  await open.close();
});

test.each([
  { name: '@some/missing', says: 'run npm install @some/missing' },
  { name: '@some/broken', says: 'no such region' },
])('check $name: $says', async ({ name, says }) => {
  const problems = await providers.get(name)!.check!(toModel(`${name}:m`, {}), { ...toWorld({}), root });
  expect(problems).toEqual([expect.stringContaining(says)]);
});

test.each([
  { name: '@some/second', says: 'version v2' },
  { name: '@some/several', says: 'set factory to one of: createA, createB' },
  { name: '@some/missing', says: 'npm install' },
])('open $name: $says', async ({ name, says }) => {
  const opening = providers.get(name)!.open(toModel(`${name}:m`, {}), { ...toWorld({}), root });
  await expect(opening).rejects.toThrow(says);
});

test.each([
  ['@ai-sdk/mistral', true],
  ['@openrouter/ai-sdk-provider', true],
  ['ollama-ai-provider', true],
  ['opnai', false],
  ['../x', false],
  ['@a/../b', false],
])('the shelf has %s: %s', (name, has) => {
  expect(providers.has(name)).toBe(has);
  expect(providers.get(name)?.name).toBe(has ? name : undefined);
});
