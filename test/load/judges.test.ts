import { describe, expect, onTestFinished, test } from 'vitest';
import { judgedChecks } from '../../src/domain/judged-checks.ts';
import { modelFamily } from '../../src/domain/model-family.ts';
import type { Suite } from '../../src/domain/suite.ts';
import { graders } from '../../src/graders/index.ts';
import { type LoadRequest, load } from '../../src/load/load.ts';
import { importModule } from '../../src/providers/import-module.mjs';
import { providers } from '../../src/providers/index.ts';
import { filesOnDisk } from './files-on-disk.ts';

const config = `models:
  fast: { use: "openai:gpt-5-mini", fallback: ["openai:gpt-5"] }
judges:
  strict: { use: anthropic:claude-sonnet-4-5, samples: 3, settings: { temperature: 0 } }
  lax: { use: fast }
`;
const prompts = {
  'prompts/mine/v1.md': 'Text with {{ word }}: {{ output }} by {{ rubric }}\n',
  'prompts/mine/v2.md': 'Text with {{ word }}: {{ output }} by {{ policy }}\n',
  'prompts/blind/v1.md': 'By {{ rubric }}, with {{ word }}\n',
  'prompts/worded/v1.md': '---\nverdict: { match: "Verdict: (\\\\w+)" }\n---\n{{ word }} {{ output }}\n',
  'prompts/worded/v2.md': '---\nverdict: { match: "(?<=x)(y)" }\n---\n{{ word }} {{ output }}\n',
};

async function loaded(
  suite: string,
  request: Partial<LoadRequest> & { config?: string; files?: Record<string, string> } = {},
) {
  const { config: own = config, files = {}, ...rest } = request;
  const root = await filesOnDisk({
    ...prompts,
    ...files,
    'evals.config.yaml': own,
    'evals/a.eval.yaml': `suite: a\nmodels: [embedded:echo]\n${suite}`,
  });
  const world = { root, from: root, graders, providers, importModule, hasPrice: async () => false };
  const { value, problems } = await load({ suites: [], keep: () => () => true, ...rest }, world);
  onTestFinished(
    async () => void (await Promise.all((value?.suites ?? []).map(({ cases }) => cases.close()))),
  );
  return { suite: value?.suites[0] as Suite, problems };
}

const cases = 'cases: [{ id: x, input: hi, expect: a, vars: {} }]'.replace(', vars: {}', '');
const asking = (entry: string, more = '') => `${more}graders: [${entry}]\n${cases}\n`;
const codes = async (suite: string, request?: Parameters<typeof loaded>[1]) =>
  (await loaded(suite, request)).problems.map(({ code, place }) => `${code} ${place?.file}:${place?.line}`);

describe('who grades', () => {
  test.each([
    ['the grader', asking('{ factual: $expect, judge: strict }', 'judge: lax\n'), {}, 'strict', 3],
    [
      'the grader judge, within its value',
      asking('{ judge: { rubric: kind, judge: strict } }', 'judge: lax\n'),
      {},
      'strict',
      3,
    ],
    [
      'the suite',
      asking('{ judge: kind }', 'judge: lax\n'),
      { config: `judge: strict\n${config}` },
      'lax',
      1,
    ],
    ['the config', asking('{ judge: kind }'), { config: `judge: strict\n${config}` }, 'strict', 3],
    ['the command line', asking('{ factual: $expect, judge: strict }'), { judge: 'lax' }, 'lax', 1],
    ['a provider and a model', asking('{ judge: kind }', 'judge: "openai:gpt-5"\n'), {}, 'openai:gpt-5', 1],
    ['a model of the config', asking('{ judge: kind }', 'judge: fast\n'), {}, 'fast', 1],
    ['samples of its own', asking('{ judge: kind, samples: 5 }', 'judge: strict\n'), {}, 'strict', 5],
  ])('%s', async (_, suite, request, name, samples) => {
    const { suite: found, problems } = await loaded(suite, request);
    expect(problems).toEqual([]);
    expect(found.questions.map(({ judge }) => [judge.name, judge.samples])).toEqual([[name, samples]]);
    const [check] = (await found.cases.read(0)).checks;
    expect(check!.judging!.judge.model.fallback).toBeUndefined();
    expect(check!.judging!.digest).toBe(found.questions[0]!.digest);
  });

  test.each([
    ['nobody', asking('{ judge: kind }'), 'judge-unnamed evals/a.eval.yaml:3'],
    ['an unknown name', asking('{ judge: kind }', 'judge: strct\n'), 'unknown-judge evals/a.eval.yaml:3'],
    [
      'an unknown provider',
      asking('{ judge: kind }', 'judge: "opnai:gpt-5"\n'),
      'unknown-name evals/a.eval.yaml:3',
    ],
    [
      'a prompt that is not there',
      asking(
        '{ judge: kind, judge: strict, prompt: gone@v1 }'.replace(
          'judge: kind, judge: strict',
          'judge: { rubric: kind, judge: strict }',
        ),
      ),
      'unknown-name evals/a.eval.yaml:3',
    ],
    [
      'a prompt that asks for what is not given',
      asking('{ judge: { rubric: kind, judge: strict }, prompt: mine@v2 }'),
      'judge-prompt-variable evals/a.eval.yaml:3',
    ],
    [
      'a prompt that does not show what is graded',
      asking('{ judge: { rubric: kind, judge: strict }, prompt: blind@v1 }'),
      'judge-prompt-blind evals/a.eval.yaml:3',
    ],
    [
      'a verdict in words for a list',
      asking('{ criteria: [kind], judge: strict, prompt: worded@v1 }'),
      'judge-prompt-verdict evals/a.eval.yaml:3',
    ],
    [
      'a pattern with look-around',
      asking('{ safe: true, judge: strict, prompt: worded@v2 }'),
      'judge-prompt-verdict evals/a.eval.yaml:3',
    ],
    [
      'a scale without a threshold',
      asking('{ judge: { rubric: kind, judge: strict }, scale: 1-5 }'),
      'refused-grader evals/a.eval.yaml:3',
    ],
    ['no samples', asking('{ safe: true, judge: strict, samples: 0 }'), 'bad-value evals/a.eval.yaml:3'],
  ])('%s is refused', async (_, suite, code) => {
    expect(await codes(suite)).toEqual([code]);
  });

  test.each([
    [
      'a judge with a fallback',
      'judges: { j: { use: "openai:gpt-5", fallback: ["openai:x"] } }',
      'bad-value evals.config.yaml:1',
    ],
    ['a judge without a model', 'judges: { j: { samples: 3 } }', 'bad-value evals.config.yaml:1'],
    [
      'an unknown key of a judge',
      'judges: { j: { use: "openai:gpt-5", sampls: 3 } }',
      'unknown-key evals.config.yaml:1',
    ],
    [
      'a judge called as a model',
      'models: { j: { use: embedded:echo } }\njudges: { j: { use: "openai:gpt-5" } }',
      'judge-and-model evals.config.yaml:2',
    ],
    ['a judge of the config that is not there', 'judge: strict', 'unknown-judge evals.config.yaml:1'],
  ])('%s is told, though no suite names it', async (_, own, code) => {
    expect(await codes(asking('{ equals: $expect }'), { config: `${own}\n` })).toEqual([code]);
  });
});

describe('another question', () => {
  const digestsOf = async (entry: string, request: Parameters<typeof loaded>[1] = {}) => {
    const { suite, problems } = await loaded(asking(entry, 'judge: strict\n'), request);
    expect(problems).toEqual([]);
    return { question: suite.questions[0]!.digest, graders: (await suite.cases.read(0)).gradersDigest };
  };
  const plain = '{ judge: kind }';

  test.each([
    ['another rubric', '{ judge: kinder }', {}],
    ['another scale', '{ judge: kind, scale: 1-5, threshold: 0.75 }', {}],
    ['another prompt', '{ judge: kind, prompt: mine@v1 }', {}],
    ['more samples', '{ judge: kind, samples: 5 }', {}],
    ['another judge', plain, { judge: 'lax' }],
    ['another setting of the judge', plain, { config: config.replace('temperature: 0', 'temperature: 1') }],
  ])('is made by %s: for the calibration and for the baseline', async (_, entry, request) => {
    const [before, after] = [await digestsOf(plain), await digestsOf(entry, request)];
    expect(after.question).not.toBe(before.question);
    expect(after.graders).not.toBe(before.graders);
  });

  test.each([
    '{ judge: kind, name: nice }',
    '{ judge: kind, weight: 2 }',
    '{ judge: { rubric: kind } }',
    '{ judge: { rubric: kind, judge: strict } }',
  ])('is not made by %s', async (entry) => {
    expect((await digestsOf(entry)).question).toBe((await digestsOf(plain)).question);
  });

  test('weight 0 decides nothing', async () => {
    const { suite } = await loaded(asking('{ judge: kind, weight: 0 }, { safe: true }', 'judge: strict\n'));
    expect(suite.questions.map(({ check, counts }) => [check, counts])).toEqual([
      ['judge', false],
      ['safe', true],
    ]);
  });

  test('graders that others hold, and those of a single case, are asked too', async () => {
    const { suite, problems } = await loaded(
      'judge: strict\ngraders: [{ any: [{ contains: a }, { not: { judge: rude } }] }]\ncases: [{ id: x, input: hi, expect: a, graders: [{ factual: $expect }] }]\n',
    );
    expect(problems).toEqual([]);
    expect(suite.questions.map(({ grader }) => grader).sort()).toEqual(['factual', 'judge']);
  });

  test('is called as its check is, where several graders have one name', async () => {
    const { suite } = await loaded(
      asking('{ judge: kind }, { all: [{ judge: short }, { judge: plain }] }, { judge: true to facts }', 'judge: strict\n'),
    ); // biome-ignore format: one suite
    const checks = judgedChecks((await suite.cases.read(0)).checks);
    const byDigest = (all: readonly { digest: string; name: string }[]) =>
      all.map(({ digest, name }) => `${digest} ${name}`).sort();
    expect(byDigest(suite.questions.map(({ digest, check }) => ({ digest, name: check })))).toEqual(
      byDigest(checks.map(({ judging, name }) => ({ digest: judging.digest, name }))),
    );
    expect(suite.questions.map(({ check }) => check).sort()).toEqual([
      'judge',
      'judge',
      'judge 2',
      'judge 2',
    ]);
  });

  const twin = 'graders: [{ judge: kind, name: kind, weight: 0 }]';
  test.each([
    ['with its weight', '{ judge: kind, name: kind }', true],
    ['not without it', '{ judge: kind, name: kind, weight: 0 }', false],
    ['within `all`, `any` and `not`, which look at no weights', '{ all: [{ judge: kind, name: kind, weight: 0 }] }', true],
    ['within one `not`', '{ not: { judge: kind, name: kind, weight: 0 } }', true],
    ['within `weighted`, with its weight', '{ weighted: [{ judge: kind, name: kind }, { contains: a }] }', true],
    ['within `weighted`, not without it', '{ weighted: [{ judge: kind, name: kind, weight: 0 }, { contains: a }] }', false],
    ['not where what holds it does not', '{ any: [{ not: { judge: kind, name: kind } }], weight: 0 }', false],
  ])('counts %s', async (_, entry, counts) => {
    const { suite, problems } = await loaded(asking(entry, 'judge: strict\n'));
    expect(problems).toEqual([]);
    expect(suite.questions.map((one) => one.counts)).toEqual([counts]);
  }); // biome-ignore format: a table

  test('counts where it does once, though a case asks it for nothing too', async () => {
    const { suite, problems } = await loaded(
      `judge: strict\ngraders: [{ judge: kind, name: kind }]\ncases: [{ id: x, input: hi, ${twin} }]\n`,
    );
    expect(problems).toEqual([]);
    expect(suite.questions.map((one) => one.counts)).toEqual([true]);
  });
});

test('a judge of the family of its model is warned of, once', async () => {
  const suite = asking('{ judge: kind }, { safe: true }', 'judge: "openai:gpt-5"\n').replace('', '');
  const { problems } = await loaded(suite, {
    models: ['openai:gpt-4.1', 'anthropic:claude-opus-4', 'openai:gpt-5'],
  });
  expect(problems.map(({ code, message }) => [code, /grades (\S+),/.exec(message)![1]])).toEqual([
    ['judge-of-family', 'openai:gpt-4.1'],
    ['judge-of-family', 'openai:gpt-5'],
  ]);
});

test.each([
  ['gpt-5-mini', 'GPT'], ['openai/gpt-oss-120b', 'GPT'], ['o3-mini', 'GPT'], ['claude-haiku-4-5', 'Claude'],
  ['us.anthropic.claude-sonnet-4', 'Claude'], ['gemini-2.5-flash', 'Gemini'], ['meta-llama/Llama-3-8B', 'Llama'],
  ['mixtral-8x7b', 'Mistral'], ['qwen3', 'Qwen'], ['deepseek-chat', 'DeepSeek'], ['grok-4', 'Grok'],
  ['my-own-model', undefined], ['echo', undefined], ['foo1', undefined],
])('%s is of the family %s', (id, family) => {
  expect(modelFamily(id)).toBe(family);
}); // biome-ignore format: a table
