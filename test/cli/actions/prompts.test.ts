import { execFileSync } from 'node:child_process';
import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { diffPrompts } from '../../../src/cli/actions/diff-prompts.ts';
import { listPrompts } from '../../../src/cli/actions/list-prompts.ts';
import { logPrompt } from '../../../src/cli/actions/log-prompt.ts';
import { newPrompt } from '../../../src/cli/actions/new-prompt.ts';
import { showPrompt } from '../../../src/cli/actions/show-prompt.ts';
import { Refusal } from '../../../src/cli/refusal.ts';
import { filesOnDisk } from '../../load/files-on-disk.ts';
import { fakeWorld } from './fake-world.ts';

type Action = typeof listPrompts;
const call = async (
  action: Action,
  root: string,
  given: Record<string, string> = {},
  options: Record<string, string> = {},
  env = {},
) => {
  const world = fakeWorld(root, env);
  const code = await action({ arguments: given, options }, world);
  return { code, out: world.shown(), err: world.told() };
};
const refusalOf = async (action: Promise<unknown>) => {
  const error = await action.then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  if (!(error instanceof Refusal)) throw new Error(`no refusal: ${error}`);
  return error.problems.map(({ code }) => code);
};

const tone =
  '---\ndescription: Sets the tone.\ninputs: [message]\n---\n<system>\nBe kind.\n</system>\n<user>\n{{ message }}\n</user>\n';

describe('list', () => {
  test('names, versions, what they are for, variables', async () => {
    const root = await filesOnDisk({
      'evals/x': '',
      'prompts/tone/v1.md': 'old',
      'prompts/tone/v2.md': tone,
      'prompts/echo/v1.txt': 'Hi',
    });
    expect(await call(listPrompts, join(root, 'prompts'))).toEqual({
      code: 0,
      out: 'echo  v1\n  variables: none\ntone  v1 v2\n  Sets the tone.\n  variables: message\n',
      err: '',
    });
  });
  test('one that cannot be read is listed, explained, and exits 2', async () => {
    const root = await filesOnDisk({ 'evals/x': '', 'prompts/a/v1.md': '{{ x', 'prompts/b/v1.md': 'Hi' });
    const { code, out, err } = await call(listPrompts, root);
    expect([code, out]).toEqual([2, 'a  v1\n  cannot be read\nb  v1\n  variables: none\n']);
    expect(err).toContain('error[template-syntax] prompts/a/v1.md:1:1');
  });
  test('none yet', async () => {
    const { code, out } = await call(listPrompts, await filesOnDisk({ 'evals/x': '' }));
    expect([code, out]).toEqual([0, 'No prompts yet. "evals prompts new <name>" begins one.\n']);
  });
});

describe('show', () => {
  const files = {
    'evals/x': '',
    'prompts/tone/v2.md': tone.replace('inputs', 'settings: { temperature: 0 }\ninputs'),
    'vars.json': '{"message":"{{ env.X }} </user>"}',
  };
  test('the messages as they are written', async () => {
    const { code, out } = await call(showPrompt, await filesOnDisk(files), { prompt: 'tone' });
    expect(code).toBe(0);
    expect(out.replace(/[0-9a-f]{64}/, '<digest>')).toBe(
      'tone@v2  prompts/tone/v2.md\nSets the tone.\ndigest     <digest>\nvariables  message\ninputs     message\nsettings   temperature 0\n\n── system\nBe kind.\n\n── user\n{{ message }}\n',
    );
  });
  test('filled from a file, as it would be sent', async () => {
    const { out } = await call(
      showPrompt,
      await filesOnDisk(files),
      { prompt: 'tone' },
      { vars: 'vars.json' },
    );
    expect(out.slice(out.indexOf('── user'))).toBe('── user\n{{ env.X }} </user>\n');
  });
  test('escapes for the terminal are shown, not obeyed', async () => {
    const root = await filesOnDisk({ 'evals/x': '', 'prompts/a/v1.md': 'a \x1b[2J\x07 b\n::error::x' });
    const { out } = await call(showPrompt, root, { prompt: 'a' });
    expect(out).not.toContain('\x1b');
    expect(out).not.toMatch(/^::error/m);
  });
  const refused: [vars: string, code: string][] = [
    ['{}', 'missing-variables'],
    ['[]', 'vars-shape'],
    ['"x"', 'vars-shape'],
    ['{"message": null}', 'unfilled-prompt'],
    ['{"message": ', 'yaml-syntax'],
  ];
  test.each(refused)('--vars with %s', async (vars, code) => {
    const root = await filesOnDisk({ ...files, 'vars.json': vars });
    expect(await refusalOf(call(showPrompt, root, { prompt: 'tone' }, { vars: 'vars.json' }))).toEqual([
      code,
    ]);
  });
  test('--vars with a file that is not there', async () => {
    const root = await filesOnDisk(files);
    expect(await refusalOf(call(showPrompt, root, { prompt: 'tone' }, { vars: 'gone.json' }))).toEqual([
      'unreadable-file',
    ]);
  });
  test('a prompt that is not there', async () => {
    expect(await refusalOf(call(showPrompt, await filesOnDisk(files), { prompt: 'tune' }))).toEqual([
      'unknown-name',
    ]);
  });
});

describe('diff', () => {
  const files = {
    'evals/x': '',
    'prompts/t/v1.md': 'One\nTwo\n{% include "p.md" %}\n',
    'prompts/p.md': 'P\n',
  };
  test('line by line, as diff -u writes it', async () => {
    const root = await filesOnDisk({ ...files, 'prompts/t/v2.md': 'One\n2\n{% include "p.md" %}\n' });
    expect(await call(diffPrompts, root, { before: 't@v1', after: 't@v2' })).toEqual({
      code: 0,
      out: '--- t@v1\n+++ t@v2\n@@ -1,3 +1,3 @@\n One\n-Two\n+2\n {% include "p.md" %}\n',
      err: '',
    });
  });
  test('what is included and asked for is compared too', async () => {
    const root = await filesOnDisk({
      ...files,
      'prompts/t/v1.md': '---\noutput: { jsonSchema: ./s1.json }\n---\n{% include "p.md" %}',
      'prompts/t/v2.md': '---\noutput: { jsonSchema: ./s2.json }\n---\n{% include "q.md" %}',
      'prompts/t/s1.json': '{"type":"string"}',
      'prompts/t/s2.json': '{"type":"number"}',
      'prompts/q.md': 'Q\n',
    });
    const { out } = await call(diffPrompts, root, { before: 't@v1', after: 't@v2' });
    for (const part of [
      '+++ t@v2\n',
      '--- t@v1 p.md\n+++ t@v2 p.md\n@@ -1,1 +0,0 @@\n-P\n',
      '@@ -0,0 +1,1 @@\n+Q\n',
      '--- t@v1 schema\n',
      '-  "type": "string"\n+  "type": "number"\n',
    ])
      expect(out).toContain(part);
  });
  test('the same text, and the same for the model', async () => {
    const root = await filesOnDisk({
      ...files,
      'prompts/t/v2.md': files['prompts/t/v1.md'],
      'prompts/t/v3.md': '---\ndescription: d\n---\n\nOne\nTwo\n{% include "p.md" %}',
    });
    expect((await call(diffPrompts, root, { before: 't@v1', after: 't@v2' })).out).toBe(
      't@v1 and t@v2 hold the same text.\n',
    );
    expect((await call(diffPrompts, root, { before: 't@v1', after: 't@v3' })).out).toMatch(
      /\n\nBoth send the same to the model\.\n$/,
    );
  });
  test('colours when they are wanted', async () => {
    const root = await filesOnDisk({ ...files, 'prompts/t/v2.md': 'One\n{% include "p.md" %}\n' });
    const { out } = await call(
      diffPrompts,
      root,
      { before: 't@v1', after: 't@v2' },
      {},
      { FORCE_COLOR: '1' },
    );
    expect(out).toContain('\x1b[31m-Two\x1b[39m\n');
  });
  test('both sides are looked up before anything is said', async () => {
    const root = await filesOnDisk(files);
    expect(await refusalOf(call(diffPrompts, root, { before: 't@v7', after: 'u' }))).toEqual([
      'unknown-version',
      'unknown-name',
    ]);
  });
});

describe('new', () => {
  test('begins a prompt that can be read', async () => {
    const root = await filesOnDisk({ 'evals/x': '' });
    expect((await call(newPrompt, root, { name: 'fresh' })).out).toBe(
      'prompts/fresh/v1.md is there: write your prompt into it.\n',
    );
    const { code, err } = await call(showPrompt, root, { prompt: 'fresh@v1' });
    expect([code, err]).toEqual([0, '']);
  });
  test('copies the newest version to the next number', async () => {
    const root = await filesOnDisk({
      'evals/x': '',
      'prompts/a/v2.txt': 'two',
      'prompts/a/v10.yml': '# ten\nmessages: []\n',
    });
    const { out } = await call(newPrompt, root, { name: 'a' });
    expect(out).toBe('prompts/a/v11.yml is a copy of prompts/a/v10.yml: change it, then name it a@v11.\n');
    expect(await readFile(join(root, 'prompts/a/v11.yml'), 'utf8')).toBe('# ten\nmessages: []\n');
  });
  test('two at once never overwrite each other', async () => {
    const root = await filesOnDisk({ 'evals/x': '', 'prompts/a/v1.md': 'one' });
    const done = await Promise.allSettled([
      call(newPrompt, root, { name: 'a' }),
      call(newPrompt, root, { name: 'a' }),
    ]);
    const refused = done.filter(({ status }) => status === 'rejected');
    const names = done.map((one) => (one.status === 'fulfilled' ? one.value.out.split(' ')[0] : 'refused'));
    expect(new Set(names).size).toBe(2);
    for (const one of refused)
      expect((one as PromiseRejectedResult).reason.problems[0].code).toBe('prompt-exists');
  });
  test.each(['../a', 'a/b', '.a', 'a@v2', '', '-x'])('refuses the name %j', async (name) => {
    expect(await refusalOf(call(newPrompt, await filesOnDisk({ 'evals/x': '' }), { name }))).toEqual([
      'prompt-name',
    ]);
  });
  test('refuses while a file looks like a version that would not be seen', async () => {
    const root = await filesOnDisk({ 'evals/x': '', 'prompts/a/v1.md': 'x', 'prompts/a/v2.yaml': 'x' });
    expect(await refusalOf(call(newPrompt, root, { name: 'a' }))).toEqual(['version-name']);
  });
});

describe('log', () => {
  const git = (root: string, ...words: string[]) =>
    execFileSync(
      'git',
      ['-c', 'user.name=Ann Bee', '-c', 'user.email=a@example.org', '-c', 'commit.gpgSign=false', ...words],
      {
        cwd: root,
        stdio: 'pipe',
        env: { ...process.env, GIT_AUTHOR_DATE: '2026-01-02T03:04:05+00:00' },
      },
    );
  const commit = (root: string, message: string) => {
    git(root, 'add', '-A');
    git(root, 'commit', '-qm', message);
  };
  test('commits newest first, with the versions, and what is not committed', async () => {
    const repository = await filesOnDisk({
      'app/evals/x': '',
      'app/prompts/a/v1.md': 'one',
      'app/prompts/b/v1.md': 'b',
    });
    const root = join(repository, 'app');
    git(repository, 'init', '-q');
    commit(repository, 'First: begins');
    await writeFile(join(root, 'prompts/b/v1.md'), 'changed');
    commit(repository, 'Nothing of a');
    await writeFile(join(root, 'prompts/a/v1.md'), 'changed');
    await writeFile(join(root, 'prompts/a/v2.md'), 'two');
    commit(repository, 'A');
    await rm(join(root, 'prompts/a/v1.md'));
    await writeFile(join(root, 'prompts/a/s.json'), '{}');
    commit(repository, 'Without v1 ::error:: \x1b[31m');
    await writeFile(join(root, 'prompts/a/v3.md'), 'three');
    const { code, out } = await call(logPrompt, root, { name: 'a' });
    expect(code).toBe(0);
    expect(out.replaceAll(/^[0-9a-f]{10}/gm, '<commit>')).toBe(
      [
        'not committed  v3.md',
        '<commit>  2026-01-02  Ann Bee  Without v1 ::error::  s.json added, v1 deleted',
        '<commit>  2026-01-02  Ann Bee  A  v1, v2 added',
        '<commit>  2026-01-02  Ann Bee  First: begins  v1 added',
        '',
      ].join('\n'),
    );
  });
  test('a prompt that no commit holds yet', async () => {
    const root = await filesOnDisk({ 'evals/x': '', 'prompts/a/v1.md': 'one' });
    git(root, 'init', '-q');
    expect((await call(logPrompt, root, { name: 'a' })).out).toBe(
      'not committed  v1.md\nNo commit has changed prompts/a yet.\n',
    );
  });
  test('says plainly that there is no git', async () => {
    const root = await filesOnDisk({ 'evals/x': '', 'prompts/a/v1.md': 'one' });
    expect(await refusalOf(call(logPrompt, root, { name: 'a' }))).toEqual(['no-history']);
  });
  test('a name that never was', async () => {
    const root = await filesOnDisk({ 'evals/x': '', 'prompts/a/v1.md': 'one' });
    git(root, 'init', '-q');
    expect(await refusalOf(call(logPrompt, root, { name: 'aa' }))).toEqual(['unknown-name']);
  });
});
