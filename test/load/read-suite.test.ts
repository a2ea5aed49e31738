import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import type { Case } from '../../src/domain/case.ts';
import type { Suite } from '../../src/domain/suite.ts';
import { graders } from '../../src/graders/index.ts';
import { type LoadRequest, load } from '../../src/load/load.ts';
import { importModule } from '../../src/providers/import-module.mjs';
import { providers } from '../../src/providers/index.ts';
import { filesOnDisk } from './files-on-disk.ts';

const prompts = {
  'prompts/reply/v1.md': '---\ninputs: [message]\n---\n{{ message }}\n',
  'prompts/reply/v2.md': '---\ninputs: [message, policy]\n---\n{{ policy }} {{ message }}\n',
  'prompts/free/v1.md': '{{ message }}{% if hint %} ({{ hint }}){% endif %}\n',
};

/** Loads a project of one suite file, unless more files are given. */
async function loaded(
  suite: string,
  { files = {}, ...request }: Partial<LoadRequest> & { files?: Record<string, string> } = {},
) {
  const root = await filesOnDisk({ ...prompts, 'evals/a.eval.yaml': suite, ...files });
  const hasPrice = async () => false;
  const world = { root, from: root, graders, providers, importModule, hasPrice };
  const { value, problems } = await load({ suites: [], keep: () => () => true, ...request }, world);
  onTestFinished(
    async () => void (await Promise.all((value?.suites ?? []).map(({ cases }) => cases.close()))),
  );
  return { root, suites: value?.suites ?? [], problems };
}

async function casesOf({ cases }: Suite): Promise<Case[]> {
  return Promise.all(Array.from({ length: cases.count }, (_, index) => cases.read(index)));
}

/** The cases of a sound suite. */
async function sound(suite: string, more?: Parameters<typeof loaded>[1]): Promise<Case[]> {
  const { suites, problems } = await loaded(suite, more);
  expect(problems).toEqual([]);
  return casesOf(suites[0]!);
}

/** Codes and places of what is wrong. */
async function wrong(suite: string, more?: Parameters<typeof loaded>[1]): Promise<string[]> {
  const { problems } = await loaded(suite, more);
  return problems.map(({ code, place }) =>
    place ? `${code} ${place.file}:${place.line}:${place.column}` : code,
  );
}

const lines = (...all: string[]) => all.join('\n');
const head = lines('suite: a', 'models: [embedded:echo]', 'prompt: reply@v1');

describe('cases', () => {
  test('every key of a case arrives', async () => {
    const [one] = await sound(
      lines(
        head,
        'cases:',
        '  - id: a/b',
        '    vars: { message: hello }',
        '    expect: { decision: yes, amount: 3 }',
        '    tags: [refund, critical]',
        '    weight: 3',
        '    group: g',
        '    adversarial: typo',
        '    parent: a/b',
        '    meta: { source: wiki }',
      ),
    );
    expect(one).toMatchObject({
      id: 'a/b',
      vars: { message: 'hello' },
      expect: { decision: 'yes', amount: 3 },
      tags: ['refund', 'critical'],
      weight: 3,
      group: 'g',
      adversarial: 'typo',
      parent: 'a/b',
      meta: { source: 'wiki' },
      observe: false,
    });
    expect(one!.checks.map(({ name, value }) => [name, value])).toEqual([
      ['equals', { decision: 'yes', amount: 3 }],
    ]);
  });

  test('defaults', async () => {
    const [one] = await sound(lines(head, 'cases: [{ id: x, input: hello, expect: hello }]'));
    expect(one).toMatchObject({ tags: [], weight: 1, meta: {}, observe: false, vars: { message: 'hello' } });
    expect([one!.group, one!.adversarial, one!.parent]).toEqual([undefined, undefined, undefined]);
  });

  test('texts from files; Windows line ends become plain ones; a case overrides the suite', async () => {
    const suite = lines(
      'suite: a',
      'models: [embedded:echo]',
      'prompt: reply@v2',
      'vars: { policy: { file: ./policy.md } }',
      'cases:',
      '  - { id: x, input: { nested: true }, expect: 1 }',
      '  - { id: y, vars: { message: { file: ../long.txt }, policy: own }, expect: 1 }',
    );
    const files = { 'evals/policy.md': '\uFEFF30 days\r\nno more', 'long.txt': '{{ not a template }}' };
    const all = await sound(suite, { files });
    expect(all.map(({ vars }) => vars)).toEqual([
      { policy: '30 days\nno more', message: { nested: true } },
      { policy: 'own', message: '{{ not a template }}' },
    ]);
  });

  test.each<[string, string, string[]]>([
    [
      'a missing file',
      '{ id: x, vars: { message: { file: ./gone.txt } }, expect: 1 }',
      ['unreadable-file evals/a.eval.yaml:4:35'],
    ],
    [
      'a folder',
      '{ id: x, vars: { message: { file: ../prompts } }, expect: 1 }',
      ['unreadable-file evals/a.eval.yaml:4:35'],
    ],
    ['no id', '{ input: hello, expect: 1 }', ['bad-value evals/a.eval.yaml:4:9']],
    [
      'an id with a line break',
      '{ id: "a\\nb", input: hello, expect: 1 }',
      ['bad-value evals/a.eval.yaml:4:15'],
    ],
    ['a weight of 0', '{ id: x, input: hello, expect: 1, weight: 0 }', ['bad-value evals/a.eval.yaml:4:51']],
    [
      'an unknown parent',
      '{ id: x, input: hello, expect: 1, parent: gone }',
      ['unknown-parent evals/a.eval.yaml:4:15'],
    ],
    ['nothing to grade', '{ id: x, input: hello }', ['nothing-to-grade evals/a.eval.yaml:4:9']],
    [
      'an empty list of graders',
      '{ id: x, input: hello, graders: [] }',
      ['nothing-to-grade evals/a.eval.yaml:4:9'],
    ],
    ['a case that is a text', 'hello', ['bad-value evals/a.eval.yaml:4:9']],
    [
      'an unknown variable and a missing one',
      '{ id: x, vars: { text: a }, expect: 1 }',
      ['undefined-variable evals/a.eval.yaml:4:18', 'undeclared-variable evals/a.eval.yaml:4:26'],
    ],
    [
      'a variable that is null',
      '{ id: x, vars: { message: ~ }, expect: 1 }',
      ['unfilled-case evals/a.eval.yaml:4:18'],
    ],
    [
      'an unknown key hides no unknown grader',
      '{ id: x, input: a, expct: 1, graders: [{ contians: a }] }',
      ['unknown-key evals/a.eval.yaml:4:28', 'unknown-name evals/a.eval.yaml:4:50'],
    ],
  ])('%s', async (_, one, expected) => {
    expect(await wrong(lines(head, `cases: [${one}]`))).toEqual(expected);
  });

  test('numbers may be ids, and are texts then; composed and decomposed letters are one id', async () => {
    const [one, two] = await sound(
      lines(head, 'cases: [{ id: 12, input: a, expect: 1 }, { id: "日本/ü 🎉", input: a, expect: 1 }]'),
    );
    expect([one!.id, two!.id]).toEqual(['12', '日本/ü 🎉']);
    const ids = ['caf\u00e9', 'cafe\u0301'].map((id) => `{ id: ${id}, input: a, expect: 1 }`);
    expect(await wrong(lines(head, `cases: [${ids.join(', ')}]`))).toEqual([
      'duplicate-case evals/a.eval.yaml:4:50',
    ]);
  });

  test('a case that is observed is not graded, whatever the suite grades by', async () => {
    const [one] = await sound(
      lines(head, 'graders: [{ contains: a }]', 'cases: [{ id: x, input: a, observe: true, expect: b }]'),
    );
    expect(one).toMatchObject({ observe: true, checks: [] });
  });

  test('one digest is of what is asked, one of how it is graded, and none of where or how it is filed', async () => {
    const digestsOf = async (rest: string) => {
      const [one] = await sound(lines(head, `cases: [{ id: x, input: a, ${rest} }]`));
      return [one!.digest, one!.gradersDigest];
    };
    const [content, graders] = await digestsOf('expect: b');
    for (const digest of [content, graders]) expect(digest).toMatch(/^[0-9a-f]{16}$/);
    const another = expect.not.stringMatching(`${content}|${graders}`);
    expect(await digestsOf('expect: b, tags: [t], weight: 2')).toEqual([content, graders]);
    expect(await digestsOf('expect: c')).toEqual([another, graders]);
    expect(await digestsOf('expect: b, meta: { a: 1 }')).toEqual([another, graders]);
    expect(await digestsOf('expect: b, graders: [{ contains: b }]')).toEqual([content, another]);
    expect(await digestsOf('expect: b, graders: [{ equals: $expect }]')).toEqual([content, graders]);
  });

  test('an edited schema file is another grader', async () => {
    const suite = lines(head, 'cases: [{ id: x, input: a, graders: [{ json-schema: { file: ./s.json } }] }]');
    const digestWith = async (schema: string) =>
      (await sound(suite, { files: { 'evals/s.json': schema } }))[0]!.gradersDigest;
    expect(await digestWith('{ "type": "object" }')).not.toBe(await digestWith('{ "type": "array" }'));
  });

  test.each([
    ['all: [{ contains: a }, { json-schema: { file: ./s.json } }]', 's.json', '{ "type": "object" }', '{ "type": "array" }'],
    ['not: { json-schema: { file: ./s.json } }', 's.json', '{ "type": "object" }', '{ "type": "array" }'],
    ['module: ./g.mjs', 'g.mjs', 'export default () => 1', 'export default () => 0'],
    ['any: [{ module: "./g.mjs#own" }]', 'g.mjs', 'export const own = () => 1', 'export const own = () => 0'],
  ])('so does an edited file behind %s', async (grader, file, before, after) => {
    const suite = lines(head, `cases: [{ id: x, input: a, graders: [{ ${grader} }] }]`);
    const digestWith = async (text: string) => (await sound(suite, { files: { [`evals/${file}`]: text } }))[0]!.gradersDigest;
    expect(await digestWith(before)).not.toBe(await digestWith(after));
    expect(await digestWith(before)).toBe(await digestWith(before));
  }); // biome-ignore format: a table
});

describe('input', () => {
  test.each<[string, Record<string, unknown>]>([
    ['prompt: reply@v1', { message: 'hi' }],
    ['prompts: [reply@v1, reply@v2]\nvars: { policy: p }', { policy: 'p', message: 'hi' }],
    ['', { input: 'hi' }],
  ])('%j', async (prompt, vars) => {
    const [one] = await sound(
      lines('suite: a', 'models: [embedded:echo]', prompt, 'cases: [{ id: x, input: hi, expect: a }]'),
    );
    expect(one!.vars).toEqual(vars);
  });

  test('may stand in a file', async () => {
    const suite = lines(head, 'cases: [{ id: x, input: { file: ./long.txt }, expect: a }]');
    const [one] = await sound(suite, { files: { 'evals/long.txt': 'a rant' } });
    expect(one!.vars).toEqual({ message: 'a rant' });
    expect(await wrong(suite)).toEqual(['unreadable-file evals/a.eval.yaml:4:25']);
  });

  test('is refused where a prompt takes several', async () => {
    const suite = lines(
      'suite: a',
      'models: [embedded:echo]',
      'prompt: reply@v2',
      'cases:',
      '  - { id: x, input: hi, expect: a }',
    );
    expect(await wrong(suite)).toContain('input-needs-one evals/a.eval.yaml:5:14');
  });
});

describe('variables', () => {
  test('one that a template only asks for (if) may be left out', async () => {
    const suite = lines(
      'suite: a',
      'models: [embedded:echo]',
      'prompt: free@v1',
      'cases: [{ id: x, vars: { message: m }, expect: 1 }]',
    );
    expect(await sound(suite)).toHaveLength(1);
  });

  test('one that only the other version of a matrix takes is no stranger', async () => {
    const suite = lines(
      'suite: a',
      'models: [embedded:echo]',
      'prompts: [reply@v1, reply@v2]',
      'cases: [{ id: x, vars: { message: m, policy: p }, expect: 1 }]',
    );
    expect(await sound(suite)).toHaveLength(1);
  });

  test('one of the suite that no prompt takes is told once, where it stands', async () => {
    const cases = ['x', 'y', 'z'].map((id) => `{ id: ${id}, input: m, expect: 1 }`).join(', ');
    expect(await wrong(lines(head, 'vars: { polcy: p }', `cases: [${cases}]`))).toEqual([
      'undeclared-variable evals/a.eval.yaml:4:9',
    ]);
  });

  test('one misspelt name is one problem', async () => {
    expect(await wrong(lines(head, 'cases: [{ id: x, vars: { mesage: m }, expect: 1 }]'))).toEqual([
      'undeclared-variable evals/a.eval.yaml:4:26',
    ]);
  });
});

describe('graders', () => {
  const checksOf = async (suiteGraders: string, one: string) => {
    const [made] = await sound(
      lines(head, `graders: ${suiteGraders}`, `cases: [{ id: x, input: hi, ${one} }]`),
    );
    return made!.checks.map(({ name, value }) => [name, value]);
  };
  test.each<[string, string, unknown[]]>([
    ['[]', 'expect: yes', [['equals', 'yes']]],
    ['[{ equals: $expect }]', 'expect: 3', [['equals', 3]]],
    ['[{ equals: $expect }]', 'expect: [1, { a: true }]', [['equals', [1, { a: true }]]]],
    ['[{ equals: $vars.message }]', 'expect: x', [['equals', 'hi']]],
    ['[{ equals: $meta.a.b }]', 'meta: { a: { b: ~ } }', [['equals', null]]],
    ['[{ equals: $$expect }]', 'expect: x', [['equals', '$expect']]],
    ['[{ equals: "$5" }]', 'expect: x', [['equals', '$5']]],
    ['[{ equals: "costs $expect" }]', 'expect: x', [['equals', 'costs $expect']]],
    [
      '[{ contains: a }]',
      'graders: [{ contains: b }]',
      [
        ['contains', ['a']],
        ['contains 2', ['b']],
      ],
    ],
    ['[{ contains: a }]', 'graders: { replace: [{ contains: b }] }', [['contains', ['b']]]],
    ['[{ contains: a, name: mine }]', 'expect: x', [['mine', ['a']]]],
    ['[{ contains: a }]', 'graders: { replace: [] }, expect: yes', [['equals', 'yes']]],
  ])('%s with %s', async (suiteGraders, one, expected) => {
    expect(await checksOf(suiteGraders, one)).toEqual(expected);
  });

  test('options beside the key', async () => {
    const [made] = await sound(
      lines(
        head,
        'graders: [{ contains: a, ignoreCase: true, weight: 2, not: true, threshold: 0.5, name: n }]',
        'cases: [{ id: x, input: hi }]',
      ),
    );
    expect(made!.checks[0]).toMatchObject({
      name: 'n',
      weight: 2,
      not: true,
      threshold: 0.5,
      options: { ignoreCase: true },
    });
  });

  test('references in options, and inside of graders that hold graders', async () => {
    const [made] = await sound(
      lines(
        head,
        'graders: [{ any: [{ equals: $expect }, { not: { contains: $vars.message } }] }]',
        'cases: [{ id: x, input: hi, expect: 7 }]',
      ),
    );
    const held = made!.checks[0]!.value as { name: string; value: unknown }[];
    expect(held[0]).toMatchObject({ name: 'equals', value: 7 });
    expect(held[1]).toMatchObject({ name: 'not', value: { name: 'contains', value: ['hi'] } });
  });

  test.each<[string, string[]]>([
    ['[contains]', ['grader-shape']],
    ['{ contains: a }', ['bad-value']],
    ['[{ weight: 2 }]', ['grader-shape']],
    ['[{ contains: a, json: true }]', ['two-graders']],
    ['[{ wieght: 2, contians: a }]', ['unknown-name']],
    ['[{ contains: a, wieght: 2 }]', ['unknown-key']],
    ['[{ contains: a, weight: -1 }]', ['bad-value']],
    ['[{ contains: a, threshold: 2 }]', ['bad-value']],
    ['[{ contains: 3 }]', ['bad-value']],
    ['[{ contains: a, min: 3, max: 2 }]', ['refused-grader']],
    ['[{ matches: "(" }]', ['refused-grader']],
    ['[{ contains: $expct }]', ['unknown-reference']],
    ['[{ any: [{ contians: a }] }]', ['unknown-name']],
    ['[{ any: [] }]', ['grader-shape']],
    ['[{ any: [{ contains: a }], mni: 2 }]', ['unknown-key']],
    ['[{ json-schema: { file: ./gone.json } }]', ['unreadable-file']],
    ['[{ module: "./gone.ts#kind" }]', ['unreadable-file']],
    ['[{ json-schema: { type: nonsense } }]', ['refused-grader']],
    ['[{ judge: Is it kind? }]', ['judge-unnamed']],
    ['[{ judge: Is it kind?, judge_model: x }]', ['unknown-key']],
    ['[{ judge: { rubric: Is it kind?, judge: strict } }]', ['unknown-judge']],
  ])('%s', async (entries, codes) => {
    const { problems } = await loaded(
      lines(head, `graders: ${entries}`, 'cases: [{ id: x, input: hi, expect: a }]'),
    );
    expect(problems.map(({ code }) => code)).toEqual(codes);
    for (const { place } of problems) expect(place).toMatchObject({ file: 'evals/a.eval.yaml', line: 4 });
  });

  test('a grader may be an option of another', async () => {
    const [made] = await sound(
      lines(head, 'graders: [{ json-path: a, equals: 3 }]', 'cases: [{ id: x, input: hi }]'),
    );
    expect(made!.checks[0]).toMatchObject({ name: 'json-path', options: { equals: 3 } });
  });

  test('what is wrong with the options of a grader that holds graders is told once, not once a case', async () => {
    const rows = Array.from({ length: 50 }, (_, at) => JSON.stringify({ input: `m${at}`, expect: 'a' })).join(
      '\n',
    );
    const suite = lines(
      head,
      'graders: [{ weighted: [{ contains: a }], threshold: high }]',
      'cases: [{ from: rows.jsonl }]',
    );
    expect(await wrong(suite, { files: { 'evals/rows.jsonl': rows } })).toHaveLength(1);
  });
});

describe('the checks of another input', () => {
  const graded = lines(
    'suite: a',
    'models: [embedded:echo]',
    'graders: [{ equals: $expect }, { contains: $vars.name, name: names }]',
    'vars: { name: suite }',
    'cases:',
  );
  const roots = { vars: { name: 'Bo' }, expect: 'yes', meta: {} };
  const shown = (checks: Case['checks'] | undefined) =>
    checks?.map(({ name, value }) => [name, [value].flat()[0]]);

  test('are filled from it: for a suite, and for a case with graders of its own', async () => {
    const { suites } = await loaded(
      lines(
        graded,
        '  - { id: one, input: x, expect: 1, vars: { name: Al } }',
        '  - { id: two, input: x, expect: 1, graders: [{ equals: $meta.best }] }',
        '  - { id: three, input: x, graders: { replace: [{ contains: $expect }] } }',
      ),
    );
    const [suite] = suites;
    expect(shown(suite!.checksFor!(roots).value)).toEqual([['equals', 'yes'], ['names', 'Bo']]);
    const [one, two, three] = await casesOf(suite!);
    expect(shown(one!.checks)).toEqual([['equals', 1], ['names', 'Al']]);
    expect(shown(one!.checksFor!(roots).value)).toEqual([['equals', 'yes'], ['names', 'Bo']]);
    const named = two!.checksFor!({ ...roots, meta: { best: 7 } });
    expect(shown(named.value)).toEqual([['equals', 'yes'], ['names', 'Bo'], ['equals 2', 7]]);
    expect(shown(three!.checksFor!(roots).value)).toEqual([['contains', 'yes']]);
  }); // biome-ignore format: pairs

  test('what it lacks is told, and the others are there', async () => {
    const { suites } = await loaded(lines(graded, '  - { id: one, input: x, expect: 1 }'));
    const { value, problems } = suites[0]!.checksFor!({ vars: { name: 'Bo' }, meta: {} });
    expect(shown(value)).toEqual([['names', 'Bo']]);
    expect(problems.map(({ code }) => code)).toEqual(['missing-reference']);
  });
});

describe('data files', () => {
  const from = (entry: string) => lines(head, `cases: [${entry}]`);
  test('rows become cases; without ids they are named after their content', async () => {
    const files = {
      'evals/rows.jsonl': '{"input":"a","expect":1}\n{"input":"b","expect":1}\n{"input":"a","expect":2}\n',
    };
    const all = await sound(from('{ from: rows.jsonl }'), { files });
    const [a, b, again] = all.map(({ id }) => id);
    expect(a).toMatch(/^rows\/[0-9a-f]{8}$/);
    expect(b).not.toBe(a);
    expect(again).toBe(`${a}~2`);
    expect(all.map(({ expect: expected }) => expected)).toEqual([1, 1, 2]);
  });

  test('globs, in the order of names; the same case read twice is the same', async () => {
    const files = {
      'evals/c/b.jsonl': '{"id":"b","input":"x","expect":1}',
      'evals/c/a.csv': 'id,input,expect\na,x,1\n',
      'evals/c/c.yml': '- { id: c, input: x, expect: 1 }\n',
    };
    const { suites, problems } = await loaded(from('{ from: "c/*" }'), { files });
    expect(problems).toEqual([]);
    const all = await casesOf(suites[0]!);
    expect(all.map(({ id, expect: expected }) => [id, expected])).toEqual([
      ['a', '1'],
      ['b', 1],
      ['c', 1],
    ]);
    expect(await suites[0]!.cases.read(1)).toEqual({ ...all[1], checksFor: expect.any(Function) });
  });

  test('a name with brackets is a name first', async () => {
    const files = { 'evals/rows [1] (new).jsonl': '{"id":"b","input":"x","expect":1}' };
    expect(await sound(from('{ from: "rows [1] (new).jsonl" }'), { files })).toHaveLength(1);
  });

  test('{ file: … } in a row is data, and so are dollars and braces', async () => {
    const row = {
      id: 'x',
      vars: { message: { file: '/etc/hostname' } },
      expect: '$vars.message {{ message }}',
    };
    const [one] = await sound(from('{ from: rows.jsonl }'), {
      files: { 'evals/rows.jsonl': JSON.stringify(row) },
    });
    expect(one).toMatchObject({ vars: row.vars, expect: row.expect });
    expect(one!.checks[0]!.value).toBe(row.expect);
  });

  test.each<[string, Record<string, string>, string[]]>([
    ['{ from: gone.jsonl }', {}, ['no-data-file evals/a.eval.yaml:4:17']],
    ['{ from: cases }', { 'evals/cases/x.jsonl': '{}' }, ['no-data-file evals/a.eval.yaml:4:17']],
    ['{ from: rows.xlsx }', { 'evals/rows.xlsx': 'x' }, ['data-format evals/a.eval.yaml:4:17']],
    ['{ from: rows.jsonl, csae: {} }', {}, ['unknown-key evals/a.eval.yaml:4:29']],
    ['{ from: rows.jsonl, case: { expct: $row.a } }', {}, ['unknown-key evals/a.eval.yaml:4:37']],
    ['{ from: rows.jsonl }', { 'evals/rows.jsonl': '\n\n' }, ['empty-data evals/a.eval.yaml:4:17']],
    ['{ from: rows.csv }', { 'evals/rows.csv': 'id,expect\n' }, ['empty-data evals/a.eval.yaml:4:17']],
    [
      '{ from: "c/*" }',
      {
        'evals/c/a.jsonl': '{"id":"x","input":"a","expect":1}',
        'evals/c/b.jsonl': '{"id":"x","input":"a","expect":1}',
      },
      ['duplicate-case evals/c/b.jsonl:1:1'],
    ],
    [
      '{ from: rows.jsonl }',
      { 'evals/rows.jsonl': '{"input":"a"}\n{"input":"b","expect":1,"extra":2}' },
      ['nothing-to-grade evals/rows.jsonl:1:1', 'unknown-key evals/rows.jsonl:2:25'],
    ],
  ])('%s', async (entry, files, expected) => {
    expect(await wrong(from(entry), { files })).toEqual(expected);
  });

  test('ten thousand rows that are wrong give twenty problems and a number', async () => {
    const rows = Array.from({ length: 10_000 }, (_, at) =>
      JSON.stringify({ id: `c${at}`, input: 'a', expct: 1 }),
    ).join('\n');
    const { problems } = await loaded(from('{ from: rows.jsonl }'), { files: { 'evals/rows.jsonl': rows } });
    expect(problems).toHaveLength(21);
    expect(problems.at(-1)!.message).toBe('evals/rows.jsonl has 9980 more problems of the kind unknown-key.');
  });
});

describe('the frame', () => {
  const cases =
    'cases: [{ id: x, input: a, expect: 1, tags: [refund] }, { id: y, input: b, expect: 1, adversarial: typo }]';
  test('gate, repeat and description arrive; limits are milliseconds and shares', async () => {
    const { suites, problems } = await loaded(
      lines(
        head,
        'description: why',
        'repeat: 3',
        'gate:',
        '  floor: { pass: 85 }',
        '  latency: { p95: 4s, p50: 250ms }',
        '  errors: 2%',
        '  slices: [refund]',
        cases,
      ),
    );
    expect(problems).toEqual([]);
    expect(suites[0]).toMatchObject({
      name: 'a', description: 'why', file: 'evals/a.eval.yaml', repeat: 3, casesInSuite: 2, hasGate: true,
      gate: { floor: { pass: 85 }, latency: { p95: 4000, p50: 250 }, errors: 0.02, slices: ['refund'], confidence: 0.95 },
    }); // biome-ignore format: a record
  });

  test('without a gate each of these cases matters by itself; a gate that says nothing of it is of a sample', async () => {
    const [none, empty] = await Promise.all([
      loaded(lines(head, cases)),
      loaded(lines(head, 'gate: {}', cases)),
    ]);
    expect(none.suites[0]).toMatchObject({ hasGate: false, gate: { target: 'suite', errors: 0.02 } });
    expect(empty.suites[0]!.hasGate).toBe(true);
    expect(empty.suites[0]!.gate.target).toBeUndefined();
  });

  test.each(['$expect', '$meta.gone', '$vars.gone'])(
    '%s, which a grader of the suite asks for, is missed at the case that lacks it',
    async (reference) => {
      const { problems } = await loaded(
        lines(
          head,
          `graders: [equals: ${reference}]`,
          'cases:',
          '  - { id: x, input: a, expect: 1, meta: { gone: 1 }, graders: { replace: [contains: a] } }',
          '  - { id: y, input: b }',
        ),
      );
      expect(problems.map(({ code, place }) => `${code} ${place!.line}`)).toEqual(['missing-reference 7']);
    },
  );

  test('a case without an id is told what is missing', async () => {
    const { problems } = await loaded(lines(head, 'cases: [{ input: a, expect: 1 }]'));
    expect(problems.map(({ message }) => message)).toEqual([
      'cases[0].id: is missing; it needs a text or a number.',
    ]);
  });

  test.each<[string, string[]]>([
    ['gate: { flor: 3 }', ['unknown-key']],
    ['gate: { floor: { pass: 101 } }', ['bad-value']],
    ['gate: { floor: { pass: 0.85 } }', ['bad-value']],
    ['gate: { floor: { score: 0.7 } }', ['bad-value']],
    ['gate: { floor: { pass: 0 } }', []],
    ['gate: { latency: { p95: soon } }', ['bad-value']],
    ['gate: { errors: 200% }', ['bad-value']],
    ['gate: { fallback: count }', []],
    ['gate: { fallback: yes }', ['bad-value']],
    ['gate: { margin: 0 }', ['zero-margin']],
    ['gate: { margin: 0, target: suite }', []],
    ['gate: { confidence: 95 }', ['bad-value']],
    ['gate: { slices: [refnud] }', ['unknown-slice']],
    ['gate: { cost: { perCase: 1 } }', ['unknown-price']],
    ['gate: { cost: { perCase: 1 }, flor: 1 }', ['unknown-price', 'unknown-key']],
    ['repeat: 0', ['bad-value']],
    ['holdout: ./seen-by-others.yaml', []],
    ['holdout: ../../elsewhere.yaml', ['holdout-path']],
    ['holdout: ./cases.json', ['holdout-path']],
    ['holdout: .yaml', ['holdout-path']],
    ['coverage: { cases: 2, adversarial: 0.5 }', []],
    ['coverage: { cases: 3 }', ['few-cases']],
    ['coverage: { adversarial: 0.6 }', ['few-adversarial']],
    ['prompts: [reply@v1]', ['prompt-twice']],
    ['vars: [a]', ['bad-value']],
    ['graders: { equals: a }', ['bad-value']],
    ['unknown: 1\nalso: 2', ['unknown-key', 'unknown-key']],
  ])('%s', async (line, codes) => {
    const { problems } = await loaded(lines(head, line, cases));
    expect(problems.map(({ code }) => code).sort()).toEqual([...codes].sort());
  });

  test('too few cases are a warning, and an error under --strict-coverage', async () => {
    const suite = lines(head, 'coverage: { cases: 3, adversarial: 0.6 }', cases);
    expect((await loaded(suite)).problems.map(({ severity }) => severity)).toEqual(['warning', 'warning']);
    const strict = await loaded(suite, { strictCoverage: true });
    expect(strict.problems.map(({ severity }) => severity)).toEqual(['error', 'error']);
  });

  test.each<[string, string[]]>([
    ['', ['empty-suite evals/a.eval.yaml:1:1']],
    ['# nothing\n', ['empty-suite evals/a.eval.yaml:1:1']],
    ['- suite: a', ['suite-shape evals/a.eval.yaml:1:1']],
    ['hello', ['suite-shape evals/a.eval.yaml:1:1']],
    ['suite: a', ['bad-value evals/a.eval.yaml:1:1']],
    ['suite: a\ncases: []', ['bad-value evals/a.eval.yaml:2:8']],
    ['cases: [{ id: x, input: a, expect: 1 }]', ['bad-value evals/a.eval.yaml:1:1']],
    ['suite: a/b\ncases: [{ id: x, input: a, expect: 1 }]', ['bad-value evals/a.eval.yaml:1:8']],
  ])('%j', async (suite, expected) => {
    expect(await wrong(suite)).toEqual(expected);
  });
});

describe('what the command line lays over a suite', () => {
  const suite = lines(head, 'cases: [{ id: x, vars: { message: a, policy: p }, expect: 1 }]').replace(
    'reply@v1',
    'reply@v2',
  );
  test('--prompt takes the place of the version, in suites that test that prompt', async () => {
    const brief = suite.replace(', policy: p', '');
    const { suites, problems } = await loaded(brief, { prompts: ['reply@v1'] });
    expect(problems).toEqual([]);
    expect(suites[0]!.prompts.map(({ id }) => id)).toEqual(['reply@v1']);
    expect(await wrong(suite, { prompts: ['free@v1'] })).toEqual(['nothing-selected']);
    // The second is not dropped because the first is tested.
    expect(await wrong(brief, { prompts: ['reply@v1', 'free@v1'] })).toEqual(['nothing-selected']);
    expect(await wrong(brief, { prompts: ['reply@v1', 'repyl@v1'] })).toEqual(['unknown-name']);
    expect(await wrong(suite, { prompts: ['reply@v9'] })).toEqual(['unknown-version --prompt:1:1']);
  });

  test('--model and --repeat', async () => {
    const { suites } = await loaded(suite, { models: ['embedded:nearest', 'embedded:echo'], repeat: 4 });
    expect(suites[0]!.models.map(({ name }) => name)).toEqual(['embedded:nearest', 'embedded:echo']);
    expect(suites[0]!.repeat).toBe(4);
    expect(await wrong(suite, { models: ['embedded:ecko', 'nope'] })).toEqual([
      'unknown-name --model:1:1',
      'unknown-model --model:1:1',
    ]);
  });

  test('a filter that leaves nothing, beside what else is wrong', async () => {
    const filter = { filter: '--tag x', keep: () => () => false };
    expect(await wrong(suite, filter)).toEqual(['nothing-selected']);
    expect(await wrong(`${suite}\nextra: 1`, filter)).toEqual([
      'unknown-key evals/a.eval.yaml:5:1',
      'nothing-selected',
    ]);
  });
});

describe('which suites', () => {
  const suiteOf = (name: string) =>
    `suite: ${name}\nmodels: [embedded:echo]\ncases: [{ id: x, input: a, expect: 1 }]\n`;
  const files = {
    'evals/deep/b.eval.yaml': suiteOf('b'),
    'evals/c.eval.yml': suiteOf('c'),
    'evals/broken.eval.yaml': 'suite: [',
  };
  const names = async (...suites: string[]) => {
    const read = await loaded(suiteOf('a'), { files, suites });
    return [...read.suites.map(({ name }) => name), ...read.problems.map(({ code }) => code)];
  };
  test.each<[string[], string[]]>([
    [['a'], ['a']],
    [
      ['b', 'a'],
      ['b', 'a'],
    ],
    [['evals/deep/b.eval.yaml'], ['b']],
    [['evals/deep'], ['b']],
    [['evals/deep/'], ['b']],
    [['./evals/deep'], ['b']],
    [['evals/*.eval.yml'], ['c']],
    [['a', 'evals/a.eval.yaml'], ['a']],
    [['aa'], ['yaml-syntax', 'unknown-name']],
    [['broken'], ['yaml-syntax']],
  ])('%j', async (wanted, expected) => {
    expect(await names(...wanted)).toEqual(expected);
  });

  test('all of them, and what is wrong with any', async () => {
    expect((await names()).sort()).toEqual(['a', 'b', 'c', 'yaml-syntax']);
  });

  test('two of one name', async () => {
    expect(await wrong(suiteOf('a'), { files: { 'evals/z.eval.yaml': suiteOf('a') } })).toEqual([
      'duplicate-suite evals/z.eval.yaml:1:8',
    ]);
  });

  test('none at all', async () => {
    const root = await filesOnDisk({ 'evals/readme.md': 'x' });
    const world = {
      root,
      from: join(root, 'evals'),
      graders,
      providers,
      importModule,
      hasPrice: async () => true,
    };
    const { problems } = await load({ suites: [], keep: () => () => true }, world);
    expect(problems.map(({ code }) => code)).toEqual(['no-suites']);
  });
});
