import { expect, test } from 'vitest';
import { graders } from '../../src/graders/index.ts';
import { load } from '../../src/load/load.ts';
import { importModule } from '../../src/providers/import-module.mjs';
import { providers } from '../../src/providers/index.ts';
import { filesOnDisk } from './files-on-disk.ts';

const suite = (model: string) =>
  `suite: a\nmodels: [${model}]\ncases: [{ id: x, input: hello, expect: hello }]\n`;

async function loaded(files: Record<string, string | Uint8Array>, model = 'embedded:echo') {
  const root = await filesOnDisk({ 'evals/a.eval.yaml': suite(model), ...files });
  const world = { root, from: root, graders, providers, importModule, hasPrice: async () => true };
  const { value, problems } = await load({ suites: [], keep: () => () => true }, world);
  const told = problems.map(({ code, message, place }) => ({
    code,
    message: message.replaceAll(root, ''),
    place: place && `${place.file}:${place.line}:${place.column}`,
  }));
  return { config: value?.config, models: value?.suites[0]?.models, told };
}
const yaml = (text: string) => ({ 'evals.config.yaml': text });

test('no config, an empty one and one of comments say the same', async () => {
  for (const files of [{}, yaml(''), yaml('# nothing yet\n')]) {
    const { config, told } = await loaded(files);
    expect(told).toEqual([]);
    expect(config).toMatchObject({ models: {}, judges: {}, limits: {} });
  }
});

test('a byte order mark and Windows line ends are no matter', async () => {
  const { config, told } = await loaded(yaml('\uFEFFmodels:\r\n  fast:\r\n    use: openai:gpt-5-mini\r\n'));
  expect(told).toEqual([]);
  expect(config!.models).toEqual({ fast: { use: 'openai:gpt-5-mini' } });
});

test('times, quantities and dollars', async () => {
  const { config, told } = await loaded(
    yaml(
      'limits:\n  openai: { concurrency: 50, requestsPerMinute: 5000, tokensPerMinute: 2M, timeout: 60s, retries: 5 }\n' +
        '  anthropic: { requestsPerMinute: 1.5k, timeout: { connect: 250ms, total: 2m } }\nbudget: { run: 5.00, calls: 2000, time: 10m }\n',
    ),
  );
  expect(told).toEqual([]);
  expect(config!.limits).toEqual({
    openai: {
      concurrency: 50,
      requestsPerMinute: 5000,
      tokensPerMinute: 2_000_000,
      timeout: 60_000,
      retries: 5,
    },
    anthropic: { requestsPerMinute: 1500, timeout: { connect: 250, total: 120_000 } },
  });
  expect(config!.budget).toEqual({ run: 5, calls: 2000, time: 600_000 });
});

test('a name of the config stands on another one, and lays its settings over it', async () => {
  const { models, told } = await loaded(
    yaml(
      'models:\n  base: { use: openai-compatible:qwen3, baseUrl: http://127.0.0.1:11434/v1, settings: { temperature: 0, topP: 0.5 } }\n' +
        '  fast: { use: base, settings: { temperature: 1 }, price: { input: 0.25, output: 2 } }\n',
    ),
    'fast',
  );
  expect(told).toEqual([]);
  expect(models).toEqual([
    {
      name: 'fast',
      provider: 'openai-compatible',
      id: 'qwen3',
      settings: { temperature: 1, topP: 0.5 },
      options: expect.objectContaining({ baseUrl: 'http://127.0.0.1:11434/v1' }),
      price: { input: 0.25, output: 2 },
    },
  ]);
});

test('fallbacks stand in the order in which they are asked, each with its own ones behind it, once each', async () => {
  const { models, told } = await loaded(
    yaml(
      'models:\n  a: { use: openai:gpt-5, fallback: [b, anthropic:claude-haiku-4-5, d] }\n' +
        '  b: { use: openai:gpt-5-mini, cache: false, fallback: [c] }\n' +
        '  c: { use: google:gemini-2.5-flash, settings: { temperature: 0 } }\n' +
        '  d: { use: b, fallback: [anthropic:claude-haiku-4-5] }\n',
    ),
    'a',
  );
  expect(told).toEqual([]);
  const [first] = models!;
  expect(first!.fallback!.map(({ name }) => name)).toEqual(['b', 'c', 'anthropic:claude-haiku-4-5', 'd']);
  expect(first!.fallback!.map(({ cache }) => cache)).toEqual([false, undefined, undefined, false]);
  expect(first!.fallback![1]).toMatchObject({ provider: 'google', settings: { temperature: 0 } });
  expect(first!.fallback![3]).toMatchObject({
    id: 'gpt-5-mini',
    fallback: [{ name: 'anthropic:claude-haiku-4-5' }],
  });
});

test('a model on top of one with fallbacks has them too, until it names its own', async () => {
  const text =
    'models:\n  a: { use: embedded:echo, cache: true, fallback: [embedded:nearest] }\n  b: { use: a }\n';
  expect((await loaded(yaml(text), 'b')).models).toMatchObject([
    { name: 'b', cache: true, fallback: [{ name: 'embedded:nearest' }] },
  ]);
  const none = await loaded(yaml(text.replace('{ use: a }', '{ use: a, cache: false, fallback: [] }')), 'b');
  expect(none.models).toMatchObject([{ name: 'b', cache: false, fallback: [] }]);
});

test.each(['gate: { cost: { perCase: 1 } }', ''])(
  'the price of a fallback is asked for (%s)',
  async (gate) => {
    const asked: string[] = [];
    const text = 'models: { a: { use: openai:gpt-5, fallback: [openai:gpt-4o] } }\n';
    const root = await filesOnDisk({
      'evals/a.eval.yaml': `${suite('a')}${gate}\n`,
      'evals.config.yaml': `${text}${gate ? '' : 'budget: { run: 1 }'}\n`,
    });
    const hasPrice = async ({ name }: { name: string }) => asked.push(name) > 0 && name !== 'openai:gpt-4o';
    const world = { root, from: root, graders, providers, importModule, hasPrice };
    const { problems } = await load({ suites: [], keep: () => () => true }, world);
    expect(asked).toEqual(['a', 'openai:gpt-4o']);
    expect(problems).toMatchObject([{ code: 'unknown-price' }]);
    expect(problems[0]!.message).toContain('openai:gpt-4o');
  },
);

test.each<[string, string[]]>([
  ['models: { fast: { use: openai:gpt-5-mini, setings: {} } }', ['unknown-key evals.config.yaml:1:43']],
  [
    'models: { fast: { use: openai:gpt-5-mini, settings: { temprature: 0 }, pirce: 1 } }',
    ['unknown-key evals.config.yaml:1:55', 'unknown-key evals.config.yaml:1:72'],
  ],
  ['models: { fast: { settings: {} } }', ['bad-value evals.config.yaml:1:17']],
  ['models: { fast: { use: 3 } }', ['bad-value evals.config.yaml:1:24']],
  ['models: { fast: openai:gpt-5-mini }', ['bad-value evals.config.yaml:1:17']],
  [
    'models: { a: { use: b }, b: { use: a } }',
    ['model-circle evals.config.yaml:1:21', 'model-circle evals.config.yaml:1:36'],
  ],
  ['models: { a: { use: a } }', ['model-circle evals.config.yaml:1:21']],
  ['models: { a: { use: opnai:x } }', ['unknown-name evals.config.yaml:1:21']],
  ['models: { a: { use: "openai:" } }', ['model-without-id evals.config.yaml:1:21']],
  ['models: { a: { use: embedded:echo, baseUrl: x } }', ['unknown-key evals.config.yaml:1:36']],
  [
    'models: { a: { use: embedded:echo, fallback: [embedded:ecko, gone] } }',
    ['unknown-name evals.config.yaml:1:47', 'unknown-model evals.config.yaml:1:62'],
  ],
  ['limits: { opnai: { concurrency: 1 } }', ['unknown-name evals.config.yaml:1:11']],
  ['limits: { openai: { concurency: 1 } }', ['unknown-key evals.config.yaml:1:21']],
  [
    'limits: { openai: { concurrency: 0, retries: -1, tokensPerMinute: lots, timeout: soon } }',
    [
      'bad-value evals.config.yaml:1:34',
      'bad-value evals.config.yaml:1:46',
      'bad-value evals.config.yaml:1:67',
      'bad-value evals.config.yaml:1:82',
    ],
  ],
  [
    'models: { a: { use: embedded:echo, fallback: [b] }, b: { use: embedded:nearest, fallback: [a] } }',
    ['model-circle evals.config.yaml:1:47', 'model-circle evals.config.yaml:1:92'],
  ],
  ['models: { a: { use: embedded:echo, fallback: [a] } }', ['model-circle evals.config.yaml:1:47']],
  ['models: { a: { use: embedded:echo, fallback: embedded:nearest } }', ['bad-value evals.config.yaml:1:46']],
  ['models: { a: { use: embedded:echo, cache: maybe } }', ['bad-value evals.config.yaml:1:43']],
  ['budget: { run: 0 }', ['bad-value evals.config.yaml:1:16']],
  [
    'budget: { calls: 1.5, time: 0s, cost: 3 }',
    [
      'bad-value evals.config.yaml:1:18',
      'unknown-key evals.config.yaml:1:33',
      'bad-value evals.config.yaml:1:29',
    ].sort(),
  ],
  ['budgt: { run: 1 }', ['unknown-key evals.config.yaml:1:1']],
  ['- a', ['bad-value evals.config.yaml:1:1']],
  ['models: [', ['yaml-syntax evals.config.yaml:1:10']],
])('%s', async (text, expected) => {
  const { told } = await loaded(yaml(text));
  expect(told.map(({ code, place }) => `${code} ${place}`)).toEqual(expected);
});

test('a wrong key in the config hides nothing in the suites', async () => {
  const { told } = await loaded(yaml('modles: {}\nmodels: { fast: { use: embedded:echo } }'), 'fst');
  expect(told.map(({ code }) => code)).toEqual(['unknown-key', 'unknown-model']);
});

test('two configs', async () => {
  const { told } = await loaded({ ...yaml(''), 'evals.config.js': 'export default {}' });
  expect(told).toEqual([
    {
      code: 'two-configs',
      message: 'There are two configs: evals.config.yaml, evals.config.js.',
      place: undefined,
    },
  ]);
});

test('a folder in the place of the config, and bytes that are no text', async () => {
  const folder = await loaded({ 'evals.config.yaml/x': '' });
  expect(folder.told.map(({ message }) => message)).toEqual([
    '"evals.config.yaml" cannot be read: it is a folder.',
  ]);
  const bytes = await loaded({ 'evals.config.yaml': Buffer.from([0xff, 0xfe, 0x00]) });
  expect(bytes.told.map(({ message }) => message)).toEqual([
    '"evals.config.yaml" cannot be read: it is not UTF-8 text.',
  ]);
});

test.each(['ts', 'mts', 'js', 'mjs'])('a typed config, evals.config.%s', async (ending) => {
  const type = ending.endsWith('ts') ? ': { use: string }' : '';
  const code = `const fast${type} = { use: 'embedded:echo' };\nexport default { models: { fast } };\n`;
  const { models, told } = await loaded(
    { [`evals.config.${ending}`]: code, 'package.json': '{"type":"module"}' },
    'fast',
  );
  expect(told).toEqual([]);
  expect(models).toMatchObject([{ name: 'fast', provider: 'embedded', id: 'echo' }]);
});

test.each<[string, string, RegExp]>([
  [
    'throw new Error("no network today");',
    'bad-module',
    /"evals\.config\.mjs" cannot be imported: no network today/,
  ],
  ['throw "a text";', 'bad-module', /cannot be imported: a text/],
  ['throw undefined;', 'bad-module', /cannot be imported: undefined/],
  ['export default {', 'bad-module', /cannot be imported: ./],
  ['import "./gone.mjs"; export default {};', 'bad-module', /cannot be imported: Cannot find module/],
  ['export const config = {};', 'no-default-export', /has no default export/],
  ['export default null;', 'bad-value', /This value: needs a map/],
  ['export default { modles: {} };', 'unknown-key', /"modles" is not a key of the config/],
  [
    'export default { models: { a: { use: "embedded:ecko" } } };',
    'unknown-name',
    /There is no model of "embedded" called "ecko"/,
  ],
])('%s', async (text, code, message) => {
  const { told } = await loaded({ 'evals.config.mjs': text });
  expect(told).toHaveLength(1);
  expect(told[0]).toMatchObject({ code, place: 'evals.config.mjs:1:1' });
  expect(told[0]!.message).toMatch(message);
});
