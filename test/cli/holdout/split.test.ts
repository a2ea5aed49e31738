import { rm } from 'node:fs/promises';
import { beforeAll, expect, test } from 'vitest';
import { parse } from 'yaml';
import { type KeyPair, keyPair } from '../../store/holdout/sealed-project.ts';
import { filesWith, holdoutProject, marker } from './holdout-project.ts';

let own: KeyPair;
beforeAll(async () => {
  own = await keyPair();
});

const words = [
  'anchor',
  'bucket',
  'candle',
  'drawer',
  'engine',
  'fender',
  'garden',
  'hammer',
  'island',
  'jacket',
  'kettle',
  'ladder',
];
const one = (n: number, more = '') =>
  `  - { id: c${n}, input: "${words[n % 12]} ${words[(n * 5) % 12]} ${n * 7919} ${marker}", expect: "yes", tags: [${n % 2 ? 'odd' : 'even'}]${more} }`;
const head = [
  '# The refund policy.',
  'suite: a',
  '',
  'models: [embedded:echo] # one is enough',
  'prompt: reply@v1',
  'graders:',
  "- contains: 'e' # nearly always",
  '',
];
const suite = (count: number, more: (n: number) => string = () => '') =>
  [
    ...head,
    '# All cases.',
    'cases:',
    ...Array.from({ length: count }, (_, n) => `  # case number ${n}\n${one(n, more(n))}`),
    '',
  ].join('\n');
const project = (text: string, files: Record<string, string> = {}) =>
  holdoutProject({ 'evals/a.eval.yaml': text, 'evals/a.holdout.yaml': '', ...files }).then(async (at) => {
    await rm(`${at.root}/evals/a.holdout.yaml`);
    return at;
  });
const split = ['holdout', 'split', 'a', '--share', '0.3', '--seed', '7'];
const idsOf = (text: string) => parse(text).cases.map(({ id }: { id: string }) => id);

test('a share of the cases moves into a file of their own; comments stay, and go along', async () => {
  const { run, read, list } = await project(suite(20));
  const said = await run(split);
  expect(said).toMatchObject({ code: 0, err: '' });
  expect(said.out).toMatch(/^6 cases of a taken, 14 cases left; of \d+ families, none was parted\.\n/);
  expect(await list()).toEqual(['a.eval.yaml', 'a.holdout.yaml']);
  const [left, held] = [await read('evals/a.eval.yaml'), await read('evals/a.holdout.yaml')];
  expect([...idsOf(left), ...idsOf(held)].sort()).toEqual(
    Array.from({ length: 20 }, (_, n) => `c${n}`).sort(),
  );
  expect(parse(held)).toMatchObject({ canary: expect.stringMatching(/^[0-9a-f-]{36}$/) });
  expect(left.startsWith(`${head.join('\n')}`)).toBe(true);
  expect(left).toContain('holdout: ./a.holdout.yaml\n# All cases.\ncases:\n');
  for (const text of [left, held])
    for (const id of idsOf(text)) expect(text).toContain(`# case number ${id.slice(1)}\n`);
  const lines = suite(20).split('\n');
  expect(left.split('\n').filter((line) => !line.startsWith('holdout:'))).toEqual(
    lines.filter(
      (line) =>
        !idsOf(held).some((id: string) => new RegExp(`(id: ${id},|number ${id.slice(1)}$)`).test(line)),
    ),
  );
  expect(await run(['check'])).toMatchObject({ code: 0, codes: ['holdout-loose'] });
  expect(await run(['holdout', 'freeze', 'a'])).toMatchObject({ code: 0, err: '' });
  expect(await run(['holdout', 'check'])).toMatchObject({ code: 0, err: '' });
});

test('the same seed takes the same cases, another one others', async () => {
  const taken = async (...more: string[]) => {
    const { run, read } = await project(suite(40));
    await run(['holdout', 'split', 'a', '--share', '0.25', ...more]);
    return idsOf(await read('evals/a.holdout.yaml'));
  };
  expect(await taken('--seed', '7')).toEqual(await taken('--seed', '7'));
  expect(await taken('--seed', '7')).not.toEqual(await taken('--seed', '8'));
});

test('whole families: groups, parents and their variants', async () => {
  const more = (n: number) =>
    n % 4 === 1 ? `, parent: c${n - 1}, adversarial: typo` : n % 4 > 1 ? `, group: g${n >> 2}` : '';
  const { run, read } = await project(suite(40, more));
  expect((await run(split)).code).toBe(0);
  const held = new Set(idsOf(await read('evals/a.holdout.yaml')));
  for (let n = 0; n < 40; n += 2) expect([n, held.has(`c${n}`)]).toEqual([n, held.has(`c${n + 1}`)]);
});

test('sealed at once: the cases are in no plain file any more', async () => {
  const { root, run, list, read } = await project(suite(20));
  const said = await run([...split, '--seal', '--to', own.recipient], { EVALS_HOLDOUT_KEY: own.identity });
  expect(said).toMatchObject({ code: 0, err: '' });
  expect(await list()).toEqual(['a.eval.yaml', 'a.holdout.age', 'a.holdout.lock.json']);
  expect(await filesWith(marker, [root])).toEqual([`${root}/evals/a.eval.yaml`]);
  const left = idsOf(await read('evals/a.eval.yaml'));
  expect(await run(['holdout', 'check'])).toMatchObject({ code: 0, err: '' });
  const opened = await run(['holdout', 'open', 'a', '--reason', 'x'], { EVALS_HOLDOUT_KEY: own.identity });
  expect([...left, ...idsOf(opened.out)].sort()).toEqual(
    Array.from({ length: 20 }, (_, n) => `c${n}`).sort(),
  );
});

test('lines of JSONL are taken out, the others stay as they are', async () => {
  const row = (n: number) =>
    `{"input": "${words[n % 12]} ${n * 7919} row",  "expect": "yes"${n % 3 ? `, "id": "r${n}"` : ''}}`;
  const rows = Array.from({ length: 20 }, (_, n) => row(n));
  const text = [...head, 'cases:', '  - from: cases/*.jsonl', one(1), ''].join('\n');
  const { run, read } = await project(text, { 'evals/cases/x.jsonl': `${rows.join('\n')}\n` });
  const before = (await run(['check'])).out;
  expect(before).toContain('21 cases');
  const said = await run(split);
  expect(said).toMatchObject({ code: 0, err: '' });
  expect(said.out).toContain('Changed: evals/cases/x.jsonl, evals/a.eval.yaml.');
  const left = (await read('evals/cases/x.jsonl')).split('\n').filter(Boolean);
  const { cases } = parse(await read('evals/a.holdout.yaml'));
  expect(left.every((line) => rows.includes(line))).toBe(true);
  expect(left.length + cases.length).toBe(idsOf(await read('evals/a.eval.yaml')).includes('c1') ? 20 : 21);
  expect(cases.every(({ id }: { id: string }) => /^(r\d+|x\/[0-9a-f]{8}|c1)$/.test(id))).toBe(true);
  expect((await run(['check'])).out).toContain(`${21 - cases.length} cases`);
  expect(await run(['holdout', 'freeze', 'a'])).toMatchObject({ code: 0, err: '' });
});

test.each<[string, string[], string, Record<string, string>, string]>([
  ['no share', ['holdout', 'split', 'a'], suite(20), {}, 'bad-flag'],
  ['all of it', ['holdout', 'split', 'a', '--share', '1'], suite(20), {}, 'bad-flag'],
  ['thirty of it', ['holdout', 'split', 'a', '--share', '30'], suite(20), {}, 'bad-flag'],
  ['no seed', [...split, '--seed', 'x'], suite(20), {}, 'bad-flag'],
  ['one case', split, suite(1), {}, 'holdout-split-empty'],
  ['one family', split, suite(20, () => ', group: all'), {}, 'holdout-split-empty'],
  [
    'CSV',
    split,
    [...head, 'cases:', '  - from: x.csv', ''].join('\n'),
    { 'evals/x.csv': `message,expect\n${words.map((word, n) => `${word} ${n * 7919},yes`).join('\n')}\n` },
    'holdout-split-file',
  ],
  [
    'a mapping',
    split,
    [...head, 'cases:', '  - from: x.jsonl', '    case: { input: $row.text, expect: yes }', ''].join('\n'),
    { 'evals/x.jsonl': words.map((word, n) => `{"text":"${word} ${n * 7919}"}`).join('\n') },
    'holdout-split-mapped',
  ],
  [
    'a case that leads to a file',
    split,
    suite(20).replaceAll(/input: "[^"]*"/g, 'vars: { message: { file: ./x.txt } }'),
    { 'evals/x.txt': 'x' },
    'holdout-split-empty',
  ],
  ['a seal to nobody', [...split, '--seal'], suite(20), {}, 'holdout-no-recipient'],
  ['a file that is there', split, suite(20), { 'evals/a.holdout.lock.json': '{}' }, 'holdout-exists'],
  ['no suite', ['holdout', 'split', 'b', '--share', '0.3'], suite(20), {}, 'unknown-name'],
])('%s: nothing is written', async (_, line, text, files, code) => {
  const { run, read, list } = await project(text, files);
  const before = await list();
  const said = await run(line);
  expect([said.code, said.codes]).toEqual([2, [code]]);
  expect([await read('evals/a.eval.yaml'), await list()]).toEqual([text, before]);
});

test('anchors of YAML: what an alias stands for goes along, and an anchor that is needed does not go', async () => {
  const text = suite(20)
    .replace('id: c0,', 'id: c0, meta: &all { word: hello },')
    .replaceAll(/id: (c[2468]),/g, 'id: $1, meta: *all,');
  const codes = new Set<string>();
  for (const seed of ['1', '2', '3', '4', '5', '6', '7', '8']) {
    const { run, read } = await project(text);
    const said = await run(['holdout', 'split', 'a', '--share', '0.3', '--seed', seed]);
    for (const code of said.codes) codes.add(code);
    if (said.code !== 0) continue;
    const { cases } = parse(await read('evals/a.holdout.yaml'));
    for (const { id, meta } of cases) if (/c[2468]$/.test(id)) expect(meta).toEqual({ word: 'hello' });
    expect((await run(['holdout', 'freeze', 'a'])).code).toBe(0);
    codes.add('done');
  }
  expect(codes).toEqual(new Set(['holdout-split-anchor', 'done']));
});
