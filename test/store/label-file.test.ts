import { appendFileSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Label } from '../../src/domain/label.ts';
import { readLabels } from '../../src/load/read-labels.ts';
import { labelFile } from '../../src/store/label-file.ts';
import { labelPath } from '../../src/store/label-path.ts';
import { mendLabels } from '../../src/store/mend-labels.ts';
import { filesOnDisk } from '../load/files-on-disk.ts';

const label = (id: string): Label => ({
  schemaVersion: 1,
  id,
  suite: 's',
  check: 'judge',
  case: 'late',
  vars: {},
  meta: {},
  messages: [],
  output: 'Yes.\n{"not":"a line"}',
  label: 'pass',
  rater: 'ana',
});
const name = 'evals/labels/s.judge.jsonl';

async function opened(text?: string, redact = (one: string) => one) {
  const root = await filesOnDisk(text === undefined ? {} : { [name]: text });
  const path = join(root, name);
  return {
    path,
    file: labelFile(path, redact),
    text: () => readFileSync(path, 'utf8'),
    ids: async () => (await readLabels(root, name)).value?.map(({ id }) => id),
    append: (more: string) => appendFileSync(path, more),
  };
}

describe('labels are added', () => {
  test('to a file that is made with its folder, and read as they were', async () => {
    const { file, ids, text } = await opened();
    for (const id of ['a', 'b']) file.append([label(id)]);
    expect(await ids()).toEqual(['a', 'b']);
    expect(text().split('\n')).toHaveLength(3);
    expect(text().startsWith('{"schemaVersion":1,')).toBe(true);
  });

  test('behind a last line that a person left without its end', async () => {
    const { file, ids } = await opened(JSON.stringify(label('a')));
    file.append([label('b')]);
    expect(await ids()).toEqual(['a', 'b']);
    file.undo();
    expect(await ids()).toEqual(['a']);
  });

  test('without secrets', async () => {
    const { file, text } = await opened(undefined, (one) => one.replaceAll('Yes', '[redacted]'));
    file.append([label('a')]);
    expect(text()).toContain('[redacted].');
    expect(text()).not.toContain('Yes');
  });

  test('to the file that stands at the place now', async () => {
    const { file, path, ids } = await opened();
    file.append([label('a')]);
    rmSync(path);
    file.append([label('b')]);
    expect(await ids()).toEqual(['b']);
  });
});

describe('undo', () => {
  test('takes out one after the other, and nothing that was there before', async () => {
    const { file, ids } = await opened(`${JSON.stringify(label('old'))}\n`);
    for (const id of ['a', 'b']) file.append([label(id)]);
    expect([file.undo(), await ids()]).toEqual([true, ['old', 'a']]);
    file.append([label('c')]);
    expect([file.undo(), file.undo(), await ids()]).toEqual([true, true, ['old']]);
    expect([file.undo(), await ids()]).toEqual([false, ['old']]);
  });

  test('takes out all that was added at once', async () => {
    const { file, ids } = await opened();
    file.append([label('a')]);
    file.append([label('b'), label('c')]);
    expect(await ids()).toEqual(['a', 'b', 'c']);
    expect([file.undo(), await ids()]).toEqual([true, ['a']]);
  });

  test('leaves alone a file that somebody else has changed since', async () => {
    const { file, ids, append, path } = await opened();
    file.append([label('a')]);
    append(`${JSON.stringify(label('other'))}\n`);
    expect([file.undo(), await ids()]).toEqual([false, ['a', 'other']]);
    file.append([label('b')]);
    const size = readFileSync(path).length;
    writeFileSync(path, 'x'.repeat(size));
    expect(file.undo()).toBe(false);
    file.append([label('c')]);
    rmSync(path);
    expect(file.undo()).toBe(false);
  });
});

test('a folder that is none is told', async () => {
  const root = await filesOnDisk({ 'evals/labels': 'a file' });
  expect(() => labelFile(join(root, name), (one) => one).append([label('a')])).toThrow(/EEXIST|ENOTDIR/);
});

describe('a last line without its end', () => {
  const whole = `${JSON.stringify(label('a'))}\n`;
  const half = JSON.stringify(label('b'));

  test.each(
    Array.from({ length: half.length - 1 }, (_, at) => at + 1).filter((at) => at % 9 === 1 || at < 20),
  )('of ours is cut at sign %i', async (at) => {
    const { path, text } = await opened(whole + half.slice(0, at));
    expect(mendLabels(path)).toBe(at);
    expect(text()).toBe(whole);
    expect(mendLabels(path)).toBe(0);
  });

  test.each(['', half, '{"case":"late","output":"No.","lab', '# a note'])('stays: %j', async (rest) => {
    const { path, text } = await opened(whole + rest);
    expect(mendLabels(path)).toBe(0);
    expect(text()).toBe(whole + rest);
  });

  test('needs a file', async () => {
    const { path } = await opened();
    expect(mendLabels(path)).toBe(0);
  });
});

test.each<[string, string, RegExp]>([
  ['refund', 'judge', /^evals\/labels\/refund\.judge\.jsonl$/],
  ['Refund', 'cites policy', /^evals\/labels\/refund~[0-9a-f]{10}\.cites-policy~[0-9a-f]{10}\.jsonl$/],
  ['../x', 'con', /^evals\/labels\/x~[0-9a-f]{10}\.con~[0-9a-f]{10}\.jsonl$/],
])('the labels of %s, %s have a file of that name on every system', (suite, check, path) => {
  expect(labelPath({ suite, check })).toMatch(path);
});
