import { describe, expect, onTestFinished, test } from 'vitest';
import type { HoldoutText, ReadHoldout } from '../../src/domain/holdout.ts';
import type { Problem } from '../../src/domain/problem.ts';
import { problems as say } from '../../src/domain/problems.ts';
import { graders } from '../../src/graders/index.ts';
import { type LoadRequest, type LoadWorld, load } from '../../src/load/load.ts';
import { readHoldoutText } from '../../src/load/read-holdout-text.ts';
import { importModule } from '../../src/providers/import-module.mjs';
import { providers } from '../../src/providers/index.ts';
import { filesOnDisk } from './files-on-disk.ts';

const marker = 'Zuckerrübensirup';
const canary = 'canary: canary-7d0c1f4e-1b7a-4f0e\n';
const suite = (name: string, ...more: string[]) =>
  [`suite: ${name}`, 'models: [embedded:echo]', 'prompt: reply@v1', 'graders: [{ contains: $meta.word }]', ...more, 'cases:', '  - { id: own, input: hello, meta: { word: h } }', ''].join('\n'); // biome-ignore format: lines of a file

const project = {
  'prompts/reply/v1.md': '---\ninputs: [message]\n---\n{{ message }}\n',
  'evals/a.eval.yaml': suite('a', 'holdout: ./held/a.holdout.yaml'),
};

async function loaded(
  request: Partial<LoadRequest>,
  world: Partial<LoadWorld> = {},
  files: Record<string, string> = {},
) {
  const root = await filesOnDisk({ ...project, ...files });
  const own = { root, from: root, graders, providers, importModule, hasPrice: async () => false, ...world };
  const { value, problems } = await load({ suites: [], keep: () => () => true, ...request }, own);
  const suites = value?.suites ?? [];
  onTestFinished(async () => void (await Promise.all(suites.map(({ cases }) => cases.close()))));
  return { suites, problems };
}

const lending =
  (text: string, isSecret = false): ReadHoldout =>
  async ({ file }) => ({ value: { text, file, isSecret } satisfies HoldoutText, problems: [] });

describe('a suite with a holdout', () => {
  test('is loaded with its own cases, and somebody looks at the files of the holdout', async () => {
    const asked: unknown[] = [];
    const flaw: Problem = say.holdoutChanged({ file: 'x.age', lock: 'x.lock.json' });
    const { suites, problems } = await loaded(
      {},
      {
        checkHoldout: async (which) => {
          asked.push(which);
          return [flaw];
        },
      },
    );
    expect(asked).toEqual([{ suite: 'a', file: 'evals/held/a.holdout.yaml' }]);
    expect(problems).toMatchObject([
      { code: 'holdout-changed', place: { file: 'evals/a.eval.yaml', line: 5, column: 10 } },
    ]);
    expect(suites[0]!.cases.count).toBe(1);
    expect(suites[0]!.holdout).toBe('evals/held/a.holdout.yaml');
  });

  test('is loaded with the cases of the holdout in their place, graded as its own are', async () => {
    const text = `${canary}cases:\n  - { id: one, input: apple, meta: { word: p } }\n  - { id: two, input: pear, meta: { word: q } }\n`;
    let looks = 0;
    const checkHoldout = async () => {
      looks += 1;
      return [];
    };
    const { suites, problems } = await loaded({ readHoldout: lending(text) }, { checkHoldout });
    expect(problems).toEqual([]);
    const { cases, casesInSuite } = suites[0]!;
    const read = await Promise.all([0, 1].map((at) => cases.read(at)));
    expect(read.map(({ id, vars }) => `${id} ${vars.message}`)).toEqual(['one apple', 'two pear']);
    expect(read.map(({ checks }) => checks[0]!.value)).toEqual([['p'], ['q']]);
    expect([cases.count, casesInSuite, looks]).toEqual([2, 2, 0]);
  });

  test('digest and graders: another holdout is another suite, other graders are', async () => {
    const digests = async (word: string, grader: string) => {
      const text = `${canary}cases: [{ id: one, input: apple, meta: { word: ${word} } }]`;
      const files = { 'evals/a.eval.yaml': project['evals/a.eval.yaml'].replace('contains', grader) };
      const { suites } = await loaded({ readHoldout: lending(text) }, {}, files);
      return suites[0]!;
    };
    const first = await digests('p', 'contains');
    const other = await digests('q', 'contains');
    const regraded = await digests('p', 'equals');
    expect(other.digest).not.toBe(first.digest);
    expect(other.gradersDigest).toBe(first.gradersDigest);
    expect(regraded.gradersDigest).not.toBe(first.gradersDigest);
  });

  const flaws: [string, string][] = [
    ['an unknown variable', `{ id: one, vars: { massage: ${marker} }, meta: { word: p } }`],
    ['an unknown key', `{ id: one, input: a, ${marker}: 1, meta: { word: p } }`],
    ['a reference that is missing', `{ id: one, input: ${marker} }`],
    ['a value that does not fit', `{ id: ${marker}, input: a, weight: ${marker}, meta: { word: p } }`],
    ['an id that stands twice', `{ id: ${marker}, input: a, meta: { word: p } }\n  - { id: ${marker}, input: b, meta: { word: p } }`],
    ['a parent that is missing', `{ id: one, parent: ${marker}, input: a, meta: { word: p } }`],
    ['an unknown grader', `{ id: one, input: a, meta: { word: p }, graders: [{ ${marker}: 1 }] }`],
    ['a grader that cannot be', `{ id: one, input: ${marker}, meta: { word: [] } }`],
  ]; // biome-ignore format: a table

  test.each(flaws)('%s is shown where the text is plain', async (_, written) => {
    const text = `${canary}cases:\n  - { id: zero, input: a, meta: { word: p } }\n  - ${written}\n`;
    const { problems } = await loaded({ readHoldout: lending(text) });
    const file = expect.stringMatching(/^evals\/(held\/a\.holdout|a\.eval)\.yaml$/);
    expect(problems.map(({ place }) => place)).toEqual([expect.objectContaining({ file })]);
  });

  test.each(flaws)('%s is a number and a code where it is sealed', async (_, written) => {
    const text = `${canary}cases:\n  - { id: zero, input: a, meta: { word: p } }\n  - ${written}\n`;
    const { problems } = await loaded({ readHoldout: lending(text, true) });
    expect(problems.map(({ code, message }) => `${code}: ${message}`)).toEqual([
      expect.stringMatching(
        /^sealed-case: (Case [23] of [23]|A case) in evals\/held\/a\.holdout\.yaml does not fit suite "a" as it is now \([a-z-]+\)\. What it says is not shown/,
      ),
    ]);
    const told = problems
      .map((one) => [one.message, one.hint, one.place?.file, one.place?.frame].join('\n'))
      .join('\n');
    expect(told).not.toContain(marker);
    expect(problems[0]!.place).toMatchObject({ file: 'evals/a.eval.yaml', line: 5 });
  });

  test.each([`${marker}: [`, `- ${marker}`, `cases: ${marker}`])(
    'a sealed text that is no list of cases: %s',
    async (text) => {
      const { problems } = await loaded({ readHoldout: lending(text, true) });
      expect(problems.map(({ code }) => code)).toEqual(['holdout-shape']);
      expect(JSON.stringify(problems.map(({ message, place }) => [message, place?.frame]))).not.toContain(
        marker,
      );
    },
  );

  test('that cannot be opened says why, at the key', async () => {
    const readHoldout: ReadHoldout = async () => ({
      value: undefined,
      problems: [say.holdoutKeyMissing({ file: 'x.age' })],
    });
    const { problems, suites } = await loaded({ readHoldout });
    expect(problems).toMatchObject([{ code: 'holdout-key-missing', place: { line: 5, column: 10 } }]);
    expect(suites[0]!.cases.count).toBe(0);
  });

  test('coverage and slices are of the suite, not of its holdout', async () => {
    const more = [
      'holdout: ./held/a.holdout.yaml',
      'coverage: { cases: 50, adversarial: 0.5 }',
      'gate: { slices: [refund] }',
    ];
    const files = { 'evals/a.eval.yaml': suite('a', ...more) };
    const text = `${canary}cases: [{ id: one, input: apple, meta: { word: p } }]`;
    expect((await loaded({ readHoldout: lending(text) }, {}, files)).problems).toEqual([]);
    expect((await loaded({}, {}, files)).problems).toHaveLength(3);
  });
});

describe('suites without one', () => {
  const text = `${canary}cases: [{ id: one, input: apple, meta: { word: p } }]`;
  const files = { 'evals/b.eval.yaml': suite('b') };

  test('are left alone when all holdouts are asked for', async () => {
    const { suites, problems } = await loaded({ readHoldout: lending(text) }, {}, files);
    expect([suites.map(({ name }) => name), problems]).toEqual([['a'], []]);
  });

  test('are a mistake when they are named, or when none has one', async () => {
    const named = await loaded({ suites: ['b'], readHoldout: lending(text) }, {}, files);
    expect(named.problems.map(({ code }) => code)).toEqual(['no-holdout']);
    const none = await loaded({ readHoldout: lending(text) }, {}, { 'evals/a.eval.yaml': suite('a') });
    expect(none.problems.map(({ code }) => code)).toEqual(['no-holdout']);
  });
});

describe('a holdout file', () => {
  test('its cases, their ids as texts', () => {
    const { value } = readHoldoutText(
      `${canary}cases:\n  - { id: 7, input: a }\n  - { id: "e\u0301", input: b }\n`,
      'x.yaml',
    );
    expect(value).toEqual({
      canary: 'canary-7d0c1f4e-1b7a-4f0e',
      cases: [
        { id: '7', input: 'a' },
        { id: 'é', input: 'b' },
      ],
    });
  });

  test.each<[string, string]>([
    ['', 'it is no map'],
    ['- id: one', 'it is no map'],
    ['canary: short\ncases: [{ id: one }]', 'its canary is no text of 16 characters at least'],
    ['canary: 1234567890123456\ncases: [{ id: one }]', 'its canary is no text of 16 characters at least'],
    ['cases: []', 'it has no cases'],
    [canary, 'it has no cases'],
    ['suite: a\ncases: [{ id: one }]', 'it has a key "suite"'],
    ['cases: [one]', 'case 1 is no map'],
    ['cases: [{ id: one }, { input: a }]', 'case 2 has no id'],
    ['cases: [{ id: one }, { id: 1.5 }]', 'case 2 has no id'],
    [
      'cases: [{ id: one }, { from: x.jsonl }]',
      'its cases stand in the file itself, and this is a from: line',
    ],
    ['cases: [{ id: 1 }, { id: "1" }]', 'case 2 has the id of case 1'],
  ])('%j: %s', (text, detail) => {
    const { value, problems } = readHoldoutText(text, 'x.yaml');
    expect(value).toBeUndefined();
    expect(problems.map(({ message }) => message)).toEqual([`x.yaml is not as a holdout is: ${detail}.`]);
  });

  test.each([
    'vars: { a: { file: ./x.txt } }',
    'input: { file: x }',
    'graders: [{ json-schema: { file: ./s.json } }]',
  ])('another file in it: %s', (more) => {
    const { problems } = readHoldoutText(`cases:\n  - { id: one, ${more} }\n`, 'x.yaml');
    expect(problems.map(({ code, place }) => `${code} ${place!.line}`)).toEqual(['holdout-outside 2']);
  });
});
