import { expect, test } from 'vitest';
import { module } from '../../src/providers/module.ts';
import { calm, localWorld, modelOf, requestOf } from './local/local-world.ts';

const app = `
import { shout } from './shout.ts';
type Input = { messages: { role: string; content: string }[]; prompt: string; vars: Record<string, unknown>; settings: { temperature?: number }; case: { id: string; meta: { n?: number } } };
export default (input: Input): string => shout(input.prompt);
export const text = (input: Input) => [input.messages.length, input.vars.a, input.settings.temperature, input.case.id, input.case.meta.n, input.prompt].join('|');
export const full = async () => ({ text: 'yes', usage: { input: 3, output: 1 }, model: 'mine-1', finish: 'length', warnings: ['w'] });
export const tools = () => ({ text: '', toolCalls: [{ name: 'find', arguments: { a: 1 } }] });
export const object = () => ({ text: 'x', lines: [1, 2] });
export const misread = () => ({ text: 'yes', usage: { inputTokens: 3 } });
export const list = () => [1, null];
export const nothing = () => {};
export const big = () => ({ n: 1n });
export const bad = () => { throw new Error('no luck\\nat all'); };
export const busy = async () => { throw Object.assign(new Error('busy'), { retryable: true }); };
export const odd = () => { throw Object.create(null); };
export const mutates = (input: Input) => { input.vars.a = 'changed'; input.case.meta.n = 9; return 'ok'; };
export const hangs = () => new Promise<string>(() => {});
export const heeds = (_: Input, { signal }: { signal: AbortSignal }) => new Promise((_, reject) => signal.addEventListener('abort', () => reject(signal.reason)));
export const count: number = 3;
`;
const files = {
  'app.ts': app,
  'shout.ts': 'export const shout = (text: string): string => text.toUpperCase();',
};

async function call(exported: string, more = {}, signal = calm()) {
  const world = await localWorld(files);
  const model = await module.open(modelOf('module', `./app.ts${exported}`), world);
  return model.try(requestOf('hello', more), signal);
}

test('a TypeScript file and what it imports; the default export without a name', async () => {
  expect(await call('')).toMatchObject({
    status: 'answered',
    answer: { text: 'HELLO', usage: {}, toolCalls: [] },
  });
});

test('a function is told of the whole request', async () => {
  const more = {
    messages: [
      { role: 'system', content: 's' },
      { role: 'user', content: 'hello' },
    ],
    settings: { temperature: 0.5 },
    case: { id: 'one', vars: { a: 'b' }, meta: { n: 7 } },
  };
  expect(await call('#text', more)).toMatchObject({ answer: { text: '2|b|0.5|one|7|hello' } });
});

test.each([
  {
    exported: '#full',
    answer: {
      text: 'yes',
      usage: { input: 3, output: 1 },
      served: { model: 'mine-1' },
      finish: { unified: 'length' },
      warnings: ['w'],
    },
  },
  {
    exported: '#tools',
    answer: {
      text: '',
      toolCalls: [{ name: 'find', arguments: { a: 1 } }],
      finish: { unified: 'tool-calls' },
    },
  },
  { exported: '#object', answer: { text: '{"text":"x","lines":[1,2]}', finish: { unified: 'stop' } } },
  { exported: '#list', answer: { text: '[1,null]' } },
])('what $exported gives back', async ({ exported, answer }) => {
  expect(await call(exported)).toMatchObject({ status: 'answered', answer });
});

test.each([
  {
    exported: '#nothing',
    failure: { kind: 'protocol', retryable: false, message: expect.stringContaining('gave back nothing') },
  },
  {
    exported: '#big',
    failure: { kind: 'protocol', message: expect.stringContaining('a value that is not JSON (object)') },
  },
  {
    exported: '#misread',
    failure: {
      kind: 'protocol',
      retryable: false,
      message: expect.stringContaining('gave back a text beside which "usage" cannot be read'),
    },
  },
  {
    exported: '#bad',
    failure: { kind: 'server', retryable: false, message: 'module:./app.ts#bad threw: no luck at all' },
  },
  { exported: '#busy', failure: { kind: 'server', retryable: true } },
  { exported: '#odd', failure: { kind: 'server', retryable: false } },
])('$exported is an errored reply, never a grade', async ({ exported, failure }) => {
  expect(await call(exported)).toMatchObject({ status: 'errored', failure });
});

test('a function that changes its input changes nothing of ours', async () => {
  const more = { case: { id: 'one', vars: { a: 'b' }, meta: { n: 7 } } };
  expect(await call('#mutates', more)).toMatchObject({ answer: { text: 'ok' } });
  expect(more.case).toEqual({ id: 'one', vars: { a: 'b' }, meta: { n: 7 } });
});

test.each(['#hangs', '#heeds'])('%s is ended by the deadline of the caller', async (exported) => {
  expect(await call(exported, {}, AbortSignal.timeout(50))).toMatchObject({
    status: 'errored',
    failure: { kind: 'timeout', retryable: true },
  });
  expect(await call(exported, {}, AbortSignal.abort())).toMatchObject({
    failure: { kind: 'cancelled', retryable: false },
  });
});

test.each([
  { id: './gone.ts', message: 'module:./gone.ts: there is no file gone.ts' },
  { id: './app.ts#txt', message: 'app.ts exports no function "txt"; did you mean "text"?' },
  { id: './app.ts#count', message: 'exports no function "count"' },
  { id: './broken.ts', message: 'broken.ts could not be imported: ' },
  { id: './throws.js', message: 'throws.js could not be imported: at once' },
  { id: './empty.js#x', message: 'its functions are: none' },
])('$id cannot be opened', async ({ id, message }) => {
  const world = await localWorld({
    ...files,
    'broken.ts': 'export const = 3;',
    'throws.js': 'throw new Error("at once")',
    'empty.js': 'export const a = 1;',
    'package.json': '{"type":"module"}',
  });
  await expect(module.open(modelOf('module', id), world)).rejects.toThrow(message);
});

test('check tells of a file that is not there', async () => {
  const world = await localWorld(files);
  expect(await module.check?.(modelOf('module', './app.ts#x'), world)).toEqual([]);
  expect(await module.check?.(modelOf('module', './gone.ts#x'), world)).toEqual([
    'module:./gone.ts#x: there is no file gone.ts',
  ]);
});
