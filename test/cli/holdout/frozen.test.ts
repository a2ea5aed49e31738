import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { gitIn, heldYaml, holdoutProject, suiteYaml } from './holdout-project.ts';

const plain = 'evals/a.holdout.yaml';

test('frozen: a canary in the file, a digest of each case in the lock, who and when', async () => {
  const { run, read, lock } = await holdoutProject();
  const before = await read(plain);
  expect(await run(['holdout', 'freeze', 'a'])).toMatchObject({ code: 0, err: '' });
  expect(await read(plain)).toMatch(/^canary: [0-9a-f]{8}-[0-9a-f-]{27}\n/);
  expect((await read(plain)).replace(/^canary.*\n/, '')).toBe(before);
  const { kind, cases, leaves, records } = await lock();
  expect({ kind, cases, ids: Object.keys(leaves) }).toEqual({
    kind: 'frozen',
    cases: 3,
    ids: ['one', 'three', 'two'],
  });
  expect(records).toMatchObject([
    { what: 'frozen', at: '2026-11-20T00:00:00.000Z', by: expect.any(String), cases: 3 },
  ]);
  expect(await run(['check'])).toMatchObject({ code: 0, codes: [] });
  const again = await run(['holdout', 'freeze', 'a']);
  expect(again).toMatchObject({ code: 0, out: 'evals/a.holdout.yaml is frozen already, and as it was.\n' });
  expect((await lock()).records).toHaveLength(1);
});

test('with the commit, and whether anything was not committed', async () => {
  const { root, run, lock } = await holdoutProject();
  gitIn(root, 'init', '-q');
  gitIn(root, 'add', '.');
  gitIn(root, 'commit', '-qm', 'start');
  await run(['holdout', 'freeze', 'a']);
  const commit = gitIn(root, 'rev-parse', 'HEAD').trim();
  expect((await lock()).records[0]).toMatchObject({ commit });
  expect((await lock()).records[0]).not.toHaveProperty('dirty');
  await run(['holdout', 'thaw', 'a', '--reason', 'a typo']);
  expect((await lock()).records[1]).toMatchObject({ what: 'thawed', commit, dirty: true, reason: 'a typo' });
});

test('an edit is an error of every command that loads the suite, until it is thawed; all of it stays in the lock', async () => {
  const { root, run, lock } = await holdoutProject();
  await run(['holdout', 'freeze', 'a']);
  await writeFile(
    join(root, plain),
    `canary: 12345678-1234-1234-1234-123456789012\n${heldYaml('one', 'two', 'four')}`,
  );
  for (const words of [
    ['check'],
    ['run'],
    ['holdout', 'freeze', 'a'],
    ['holdout', 'check'],
    ['holdout', 'status'],
  ]) {
    const { code, codes, err } = await run(words);
    expect([words, code, codes]).toEqual([words, 2, ['holdout-edited']]);
    expect(err).toContain('(added: four; removed: three; its canary is another one)');
  }
  expect(await run(['holdout', 'thaw', 'a'])).toMatchObject({ code: 2, codes: ['holdout-reason'] });
  expect(await run(['holdout', 'thaw', 'a', '--reason', '  '])).toMatchObject({
    code: 2,
    codes: ['holdout-reason'],
  });
  expect((await run(['holdout', 'thaw', 'a', '--reason', 'three was wrong'])).code).toBe(0);
  expect(await run(['check'])).toMatchObject({ code: 0, codes: ['holdout-loose'] });
  expect(await run(['holdout', 'thaw', 'a', '--reason', 'twice'])).toMatchObject({
    code: 2,
    codes: ['holdout-state'],
  });
  expect((await run(['holdout', 'freeze', 'a'])).code).toBe(0);
  const { records } = await lock();
  expect(records.map(({ what, reason }: { what: string; reason?: string }) => [what, reason])).toEqual([
    ['frozen', undefined],
    ['thawed', 'three was wrong'],
    ['frozen', undefined],
  ]);
  const { out } = await run(['holdout', 'status']);
  expect(out).toMatch(/thawed by .*, 3 cases: “three was wrong”/);
});

test('what the loader would refuse is not frozen, and nothing is written', async () => {
  const { run, list } = await holdoutProject({
    [plain]: 'cases:\n  - { id: one, vars: { massage: a }, expect: yes }\n',
  });
  const before = await list();
  const { code, err } = await run(['holdout', 'freeze', 'a']);
  expect(code).toBe(2);
  expect(err).toContain('evals/a.holdout.yaml:2:');
  expect(await list()).toEqual(before);
});

test.each<[string, string]>([
  ['a map in braces', '{ cases: [{ id: one, input: a, expect: yes }] }\n'],
  ['a start of a document', '# mine\n---\ncases: [{ id: one, input: a, expect: yes }]\n'],
  [
    'comments',
    '# yaml-language-server: x\n\n# ours\ncases: # all\n  - id: one # first\n    input: a\n    expect: yes\n',
  ],
])('the canary comes into a file with %s', async (_, text) => {
  const { run, read } = await holdoutProject({ [plain]: text });
  expect(await run(['holdout', 'freeze', 'a'])).toMatchObject({ code: 0, err: '' });
  expect(await run(['check'])).toMatchObject({ code: 0, codes: [] });
  for (const comment of text.match(/# \w+/g) ?? []) expect(await read(plain)).toContain(comment);
});

test('a suite without a holdout, and one that there is none of', async () => {
  const { run } = await holdoutProject({ 'evals/b.eval.yaml': suiteYaml('b').replace(/holdout.*\n/, '') });
  expect(await run(['holdout', 'freeze', 'b'])).toMatchObject({ code: 2, codes: ['no-holdout'] });
  expect(await run(['holdout', 'freeze', 'c'])).toMatchObject({ code: 2, codes: ['unknown-name'] });
  expect((await run(['holdout', 'status'])).out).toBe(
    'a  neither frozen nor sealed  evals/a.holdout.yaml\n\n',
  );
});

test('the lock of another suite is refused', async () => {
  const { run } = await holdoutProject({ 'evals/b.eval.yaml': suiteYaml('b', './a.holdout.yaml') });
  await run(['holdout', 'freeze', 'a']);
  expect(await run(['check'])).toMatchObject({ code: 2, codes: ['holdout-of-other'] });
});
