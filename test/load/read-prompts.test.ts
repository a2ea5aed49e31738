import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { rm, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readPrompts } from '../../src/load/read-prompts.ts';
import { filesOnDisk } from './files-on-disk.ts';

const place = { file: 'evals/a.eval.yaml', line: 2, column: 9 };
const codes = (found: { problems: { code: string }[] }) => found.problems.map(({ code }) => code);

describe('the folder prompts/', () => {
  const files = {
    'prompts/refund/v1.md': 'one',
    'prompts/refund/v2.txt': 'two',
    'prompts/refund/v10.yml': 'messages: [{ role: user, content: ten }]',
    'prompts/refund/notes.md': 'not a version',
    'prompts/refund/v2.schema.json': '{}',
    'prompts/tone/v1.md': 'tone',
    'prompts/shared/policy.md': 'not a prompt',
    'prompts/lock.json': '{}',
    'prompts/README.md': 'not a prompt',
  };
  test('names and versions', async () => {
    const prompts = await readPrompts({ root: await filesOnDisk(files) });
    expect(prompts.names).toEqual(['refund', 'tone']);
    expect(prompts.problems).toEqual([]);
    expect(prompts.versions('refund')).toEqual([
      { version: 1, file: 'prompts/refund/v1.md' },
      { version: 2, file: 'prompts/refund/v2.txt' },
      { version: 10, file: 'prompts/refund/v10.yml' },
    ]);
    expect(prompts.versions('shared')).toEqual([]);
  });

  const found: [ref: string, id: string, text: string][] = [
    ['refund', 'refund@v10', 'ten'],
    ['refund@latest', 'refund@v10', 'ten'],
    ['refund@working', 'refund@v10', 'ten'],
    ['refund@v2', 'refund@v2', 'two'],
    ['refund@1', 'refund@v1', 'one'],
  ];
  test.each(found)('%s is found', async (ref, id, text) => {
    const { value, problems } = await (await readPrompts({ root: await filesOnDisk(files) })).find(
      ref,
      place,
    );
    expect(problems).toEqual([]);
    expect([value?.id, value?.messages[0]?.template]).toEqual([id, text]);
  });

  const missing: [ref: string, code: string, hint: string][] = [
    ['refnd', 'unknown-name', 'Did you mean "refund"?'],
    ['shared', 'unknown-name', 'There are: refund, tone.'],
    ['refund@v3', 'unknown-version', 'There are: v1, v2, v10.'],
    ['refund@newest', 'prompt-ref', 'Write name, name@v3, name@latest, name@working or name@git:<revision>.'],
    ['../refund', 'prompt-ref', 'Write name, name@v3, name@latest, name@working or name@git:<revision>.'],
    ['refund@git:main', 'no-git', 'Name a version on disk: name@v3.'],
  ];
  test.each(missing)('%s is not', async (ref, code, hint) => {
    const { value, problems } = await (await readPrompts({ root: await filesOnDisk(files) })).find(
      ref,
      place,
    );
    expect(value).toBeUndefined();
    expect(problems).toEqual([expect.objectContaining({ code, hint, place, severity: 'error' })]);
  });

  test('a version is read once', async () => {
    const prompts = await readPrompts({ root: await filesOnDisk(files) });
    expect((await prompts.find('refund')).value).toBe((await prompts.find('refund@v10')).value);
  });

  test('no folder is no prompt', async () => {
    const prompts = await readPrompts({ root: await filesOnDisk({}) });
    expect(prompts.names).toEqual([]);
    expect(codes(await prompts.find('a'))).toEqual(['unknown-name']);
  });

  const names: [files: string[], problems: string[]][] = [
    [['v1.md', 'v01.md'], ['version-name']],
    [['v1.md', 'v2.yaml'], ['version-name']],
    [['v1.md', 'V2.md'], ['version-name']],
    [['v1.md', 'v2.markdown'], ['version-name']],
    [['v0.md'], ['version-name']],
    [['v1.md', 'v1.txt'], ['two-files-one-version']],
    [['v1.md', 'v1.bak.md', 'v1.md~', 'draft.md'], []],
  ];
  test.each(names)('the files %j', async (list, expected) => {
    const root = await filesOnDisk(Object.fromEntries(list.map((name) => [`prompts/a/${name}`, 'x'])));
    const prompts = await readPrompts({ root });
    expect(codes(prompts)).toEqual(expected);
    expect(codes(await prompts.find('a'))).toEqual(expected);
  });
});

describe('git', () => {
  const git = (root: string, ...words: string[]) =>
    execFileSync('git', ['-c', 'user.name=Ann', '-c', 'user.email=ann@example.org', '-c', 'init.defaultBranch=main', '-c', 'commit.gpgSign=false', ...words], { cwd: root, stdio: 'pipe' }).toString('utf8').trim(); // biome-ignore format: a command
  const commit = (root: string, message: string) => {
    git(root, 'add', '-A');
    git(root, 'commit', '-qm', message);
    return git(root, 'rev-parse', 'HEAD');
  };

  /** A repository whose project is a folder of it, with a first commit, a second one, and edits that are not committed. */
  const setUp = async () => {
    const repository = await filesOnDisk({
      'other/readme.md': 'x',
      'app/prompts/a/v1.md':
        '---\noutput: { jsonSchema: ./s.json }\n---\nfirst {{ x }}{% include "shared/p.md" %}\r\n',
      'app/prompts/a/s.json': '{"type":"string"}',
      'app/prompts/shared/p.md': 'old',
    });
    const root = join(repository, 'app');
    git(repository, 'init', '-q');
    const first = commit(repository, 'First');
    git(repository, 'tag', 'first');
    await writeFile(join(root, 'prompts/a/v2.md'), 'second {{ y }}{% include "shared/p.md" %}');
    await writeFile(join(root, 'prompts/shared/p.md'), 'new');
    const second = commit(repository, 'Second');
    await writeFile(join(root, 'prompts/a/v2.md'), 'edited');
    await rm(join(root, 'prompts/shared/p.md'));
    return { root, repository, first, second };
  };

  test('the newest version as it stood then, with what it included and its schema', async () => {
    const { root, first, second } = await setUp();
    const prompts = await readPrompts({ root });
    for (const revision of ['first', first, first.slice(0, 10), 'HEAD~1', 'main@{0}~1']) {
      const { value, problems } = await prompts.find(`a@git:${revision}`);
      expect(problems).toEqual([]);
      expect(value).toMatchObject({
        id: `a@git:${revision}`,
        name: 'a',
        version: 1,
        file: 'prompts/a/v1.md',
        messages: [{ role: 'user', template: 'first {{ x }}{% include "shared/p.md" %}', line: 4 }],
        partials: { 'shared/p.md': 'old' },
        outputSchema: { type: 'string' },
        variables: ['x'],
      });
    }
    for (const revision of ['HEAD', second, 'main']) {
      const { value } = await prompts.find(`a@git:${revision}`);
      expect(value).toMatchObject({ version: 2, partials: { 'shared/p.md': 'new' }, variables: ['y'] });
    }
    expect((await prompts.find('a@working')).value?.source).toBe('edited');
  });

  test('the same text has the same digest on disk and in git', async () => {
    const { root } = await setUp();
    await writeFile(join(root, 'prompts/shared/p.md'), 'new');
    const prompts = await readPrompts({ root });
    await writeFile(join(root, 'prompts/a/v2.md'), 'second {{ y }}{% include "shared/p.md" %}\n');
    const [disk, then] = [await prompts.find('a@v2'), await prompts.find('a@git:HEAD')];
    expect(disk.value?.digest).toBe(then.value?.digest);
  });

  test('the working tree is left as it was', async () => {
    const { root, repository } = await setUp();
    const before = git(repository, 'status', '--porcelain');
    await (await readPrompts({ root })).find('a@git:first');
    expect(git(repository, 'status', '--porcelain')).toBe(before);
    expect(before).not.toBe('');
  });

  const refused: [ref: string, code: string][] = [
    ['a@git:nowhere', 'unknown-revision'],
    ['a@git:--all', 'unknown-revision'],
    ['a@git:--output=owned', 'unknown-revision'],
    ['a@git:-h', 'unknown-revision'],
    ['a@git:HEAD:app', 'unknown-revision'],
    ['a@git:HEAD..first', 'unknown-revision'],
    ['a@git:$(touch>owned)', 'unknown-revision'],
    ['b@git:HEAD', 'not-at-revision'],
  ];
  test.each(refused)('%s is refused', async (ref, code) => {
    const { root } = await setUp();
    const { value, problems } = await (await readPrompts({ root })).find(ref, place);
    expect(value).toBeUndefined();
    expect(problems).toEqual([expect.objectContaining({ code, place })]);
    expect(existsSync(join(root, 'owned'))).toBe(false);
  });

  test('a problem in an old version says which revision is meant', async () => {
    const root = await filesOnDisk({ 'prompts/a/v1.md': 'x {{ y | nope }}' });
    git(root, 'init', '-q');
    commit(root, 'Broken');
    const { problems } = await (await readPrompts({ root })).find('a@git:HEAD');
    expect(problems[0]?.place).toMatchObject({ file: 'prompts/a/v1.md (HEAD)', line: 1, column: 3 });
  });

  test('links in old versions stay inside prompts/', async () => {
    const root = await filesOnDisk({
      'secret.md': 's',
      'prompts/shared/real.md': 'real',
      'prompts/a/v1.md': '{% include "shared/link.md" %}',
      'prompts/b/v1.md': '{% include "shared/out.md" %}',
      'prompts/c/v1.md': '{% include "shared/loop.md" %}',
    });
    await symlink('real.md', join(root, 'prompts/shared/link.md'));
    await symlink('../../secret.md', join(root, 'prompts/shared/out.md'));
    await symlink('loop.md', join(root, 'prompts/shared/loop.md'));
    git(root, 'init', '-q');
    commit(root, 'Links');
    const prompts = await readPrompts({ root });
    expect((await prompts.find('a@git:HEAD')).value?.partials).toEqual({ 'shared/link.md': 'real' });
    expect(codes(await prompts.find('b@git:HEAD'))).toEqual(['include-outside']);
    expect(codes(await prompts.find('c@git:HEAD'))).toEqual(['unreadable-file']);
  });

  test('names that are not ASCII, and spaces', async () => {
    const root = await filesOnDisk({
      'prompts/größe/v1.md': 'x{% include "ge teilt/ä.md" %}',
      'prompts/ge teilt/ä.md': 'y',
    });
    git(root, 'init', '-q');
    commit(root, 'Namen');
    expect((await (await readPrompts({ root })).find('größe@git:HEAD')).value?.partials).toEqual({
      'ge teilt/ä.md': 'y',
    });
  });

  test('a repository without a commit', async () => {
    const root = await filesOnDisk({ 'prompts/a/v1.md': 'x' });
    git(root, 'init', '-q');
    expect(codes(await (await readPrompts({ root })).find('a@git:HEAD'))).toEqual(['unknown-revision']);
  });
});
