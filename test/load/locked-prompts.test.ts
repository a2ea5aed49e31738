import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { lockedPrompts } from '../../src/load/locked-prompts.ts';
import { readPrompts } from '../../src/load/read-prompts.ts';
import { filesOnDisk } from './files-on-disk.ts';

const files = {
  'evals/x': '',
  'prompts/tone/v1.md': 'Be kind to {{ message }}.',
  'prompts/tone/v2.md': '{% include "shared/policy.md" %} {{ message }}',
  'prompts/shared/policy.md': 'Be brief.',
  'evals/baselines/s.json': '{ "arm": {\n"prompt": "tone@v2",\n} }',
};

/** A project whose versions are locked as they are. */
async function locked(ids: string[], more: Record<string, string> = {}) {
  const root = await filesOnDisk({ ...files, ...more });
  const prompts = await readPrompts({ root });
  const digests = await Promise.all(ids.map(async (id) => [id, (await prompts.find(id)).value!.digest]));
  const lock = (text = JSON.stringify({ schemaVersion: 1, prompts: Object.fromEntries(digests) })) =>
    writeFile(join(root, 'prompts/lock.json'), text);
  await lock();
  return {
    root,
    lock,
    edit: (path: string, text: string) => writeFile(join(root, path), text),
    find: async (id: string) => (await lockedPrompts({ root })).find(id),
  };
}
const codes = ({ problems }: { problems: { code: string }[] }) => problems.map(({ code }) => code);

describe('a version that a baseline refers to', () => {
  test('is read while it is as it was', async () => {
    const at = await locked(['tone@v1', 'tone@v2']);
    for (const id of ['tone@v1', 'tone@v2', 'tone', 'tone@working'])
      expect(await at.find(id)).toMatchObject({ value: { name: 'tone' }, problems: [] });
  });
  test('is refused when it was edited, with the way out', async () => {
    const at = await locked(['tone@v1', 'tone@v2']);
    await at.edit('prompts/tone/v2.md', 'Be rude to {{ message }}.');
    const found = await at.find('tone@latest');
    expect(found.value).toBeUndefined();
    expect(found.problems).toMatchObject([
      {
        code: 'prompt-locked',
        message:
          'tone@v2 is not the text that a baseline was accepted with (evals/baselines/s.json): prompts/tone/v2.md was edited.',
        hint: '"evals prompts new tone" copies the edited text to prompts/tone/v3.md; then "git checkout -- prompts/tone/v2.md" puts tone@v2 back.',
        place: { file: 'prompts/tone/v2.md' },
      },
    ]);
    expect(await at.find('tone@v1')).toMatchObject({ value: { id: 'tone@v1' }, problems: [] });
  });
  test('one that is not the newest cannot be copied by a command', async () => {
    const at = await locked(['tone@v1']);
    await at.edit('prompts/tone/v1.md', 'Be rude to {{ message }}.');
    const [problem] = (await at.find('tone@v1')).problems;
    expect(problem!.hint).toBe(
      'Keep the edited text as prompts/tone/v3.md; then "git checkout -- prompts/tone/v1.md" puts tone@v1 back.',
    );
  });
  test('what it includes is a part of it', async () => {
    const at = await locked(['tone@v2']);
    await at.edit('prompts/shared/policy.md', 'Be long.');
    const [problem] = (await at.find('tone@v2')).problems;
    expect([problem!.code, problem!.message]).toEqual([
      'prompt-locked',
      expect.stringContaining(
        'prompts/tone/v2.md, or what it includes (prompts/shared/policy.md), was edited',
      ),
    ]);
  });
  test('what does not reach the model may change', async () => {
    const at = await locked(['tone@v1']);
    await at.edit('prompts/tone/v1.md', '---\ndescription: Sets the tone.\n---\nBe kind to {{ message }}.');
    expect(codes(await at.find('tone@v1'))).toEqual([]);
  });
  test('is missed when it is gone', async () => {
    const at = await locked(['tone@v1', 'tone@v2']);
    await rm(join(at.root, 'prompts/tone/v1.md'));
    expect(await at.find('tone')).toMatchObject({
      value: { id: 'tone@v2' },
      problems: [
        { code: 'locked-prompt-gone', severity: 'warning', message: expect.stringContaining('tone@v1') },
      ],
    });
  });
  test('is no matter of other prompts, nor of a revision', async () => {
    const at = await locked(['tone@v2'], { 'prompts/other/v1.md': 'Hi' });
    await at.edit('prompts/tone/v2.md', 'Be rude.');
    expect(codes(await at.find('other'))).toEqual([]);
    expect(codes(await at.find('tone@git:HEAD'))).toEqual(['no-git']);
  });
});

describe('without its lock', () => {
  /** A project whose baseline was accepted with tone@v1 as it is. */
  async function accepted() {
    const at = await locked(['tone@v1']);
    const { digest } = (await (await readPrompts(at)).find('tone@v1')).value!;
    const lanes = [{ arm: { prompt: 'tone@v1', promptDigest: digest } }];
    await at.edit('evals/baselines/t.json', JSON.stringify({ lanes }, null, 2));
    return { ...at, digest };
  }
  const without: [what: string, lock: string | undefined][] = [
    ['deleted', undefined],
    ['emptied', '{"schemaVersion": 1, "prompts": {}}'],
  ];
  test.each(without)('%s: a version that a baseline was accepted with is refused', async (_, lock) => {
    const at = await accepted();
    expect(codes(await at.find('tone@v1'))).toEqual([]);
    if (lock === undefined) await rm(join(at.root, 'prompts/lock.json'));
    else await at.lock(lock);
    const found = await at.find('tone@v1');
    expect(found.value).toBeUndefined();
    expect(found.problems).toMatchObject([
      {
        code: 'lock-missing-entry',
        severity: 'error',
        message: expect.stringMatching(/^prompts\/lock.json .* tone@v1.*evals\/baselines\/t.json/),
        hint: expect.stringContaining('git checkout -- prompts/lock.json'),
      },
    ]);
    // Others are free.
    expect(await at.find('tone@v2')).toMatchObject({ value: { id: 'tone@v2' }, problems: [] });
    await at.edit('prompts/tone/v1.md', 'Be rude to {{ message }}.');
    expect(codes(await at.find('tone@v1'))).toEqual(['lock-missing-entry', 'prompt-locked']);
  });
  test('the advice mends it', async () => {
    const at = await accepted();
    await rm(join(at.root, 'prompts/lock.json'));
    const { hint } = (await at.find('tone@v1')).problems[0]!;
    await at.lock(/write it anew: (\{.*\})$/.exec(hint!)![1]!);
    expect(await at.find('tone@v1')).toMatchObject({ value: { id: 'tone@v1' }, problems: [] });
  });
  test('a digest that was made to fit an edit is seen beside that of the baseline', async () => {
    const at = await accepted();
    await at.edit('prompts/tone/v1.md', 'Be rude to {{ message }}.');
    const { digest } = (await (await readPrompts(at)).find('tone@v1')).value!;
    expect(digest).not.toBe(at.digest);
    await at.lock(JSON.stringify({ schemaVersion: 1, prompts: { 'tone@v1': digest } }));
    const found = await at.find('tone@v1');
    expect([found.value, codes(found)]).toEqual([undefined, ['prompt-locked']]);
    expect(found.problems[0]!.message).toContain('(evals/baselines/t.json)');
  });
  test('a version of a baseline that is gone is missed too', async () => {
    const at = await accepted();
    await at.lock('{"schemaVersion": 1, "prompts": {}}');
    await rm(join(at.root, 'prompts/tone/v1.md'));
    expect(codes(await at.find('tone'))).toEqual(['locked-prompt-gone']);
  });
});

describe('the lock itself', () => {
  const digest = 'a'.repeat(64);
  const broken: [what: string, text: string, code: string][] = [
    ['half of it', '{"schemaVersion": 1,', 'broken-prompt-lock'],
    ['the marks of a merge', '<<<<<<< HEAD\n{}\n>>>>>>> x\n', 'broken-prompt-lock'],
    ['no digest', '{"schemaVersion": 1, "prompts": {"tone@v1": "x"}}', 'broken-prompt-lock'],
    ['no version', `{"schemaVersion": 1, "prompts": {"tone": "${digest}"}}`, 'broken-prompt-lock'],
    ['another key', '{"schemaVersion": 1, "prompts": {}, "more": 1}', 'broken-prompt-lock'],
    ['a newer one', '{"schemaVersion": 2}', 'newer-prompt-lock'],
    ['a list', '[]', 'broken-prompt-lock'],
  ];
  test.each(broken)('%s', async (_, text, code) => {
    const at = await locked(['tone@v1']);
    await at.lock(text);
    const found = await at.find('tone');
    expect([found.value, codes(found)]).toEqual([undefined, [code]]);
  });
  test('none is no problem', async () => {
    const at = await locked([]);
    await rm(join(at.root, 'prompts/lock.json'));
    expect(codes(await at.find('tone'))).toEqual([]);
  });
});
