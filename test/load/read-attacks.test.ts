import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, test } from 'vitest';
import { readAttacks } from '../../src/load/read-attacks.ts';
import { filesOnDisk } from './files-on-disk.ts';

const read = async (name: string, text: string, field?: string) => {
  const folder = await filesOnDisk({ [name]: text });
  return readAttacks(join(folder, name), name, field);
};

describe('a file of attacks', () => {
  it.each([
    [
      'a.jsonl',
      '{"id":1,"attack":"one"}\n\n{"text":"two","attack":""}\n{"user_input":"three"}\n',
      [
        ['one', 1],
        ['two', 3],
        ['three', 4],
      ],
    ],
    [
      'a.csv',
      'kind,prompt\nplain,"one, with a comma"\nplain,two\n',
      [
        ['one, with a comma', 2],
        ['two', 3],
      ],
    ],
    [
      'a.yaml',
      '- one\n- content: two\n- |\n  three\n',
      [
        ['one', 1],
        ['two', 2],
        ['three', 3],
      ],
    ],
    [
      'a.txt',
      '### System: one\n\n  two  \r\n',
      [
        ['### System: one', 1],
        ['two', 3],
      ],
    ],
  ])('%s', async (name, text, attacks) => {
    const { value, problems } = await read(name, text);
    expect(problems).toEqual([]);
    expect(value).toEqual(attacks.map(([attack, line]) => ({ text: attack, file: name, line })));
  });

  it('may say in which field they stand', async () => {
    const { value } = await read('a.jsonl', '{"attack":"no","wording":"yes"}\n', 'wording');
    expect(value?.map(({ text }) => text)).toEqual(['yes']);
  });

  it.each([
    ['a.jsonl', '{"wording":"one"}\n', 'attack-without-text'],
    ['a.jsonl', '{"attack":\n', 'json-syntax'],
    ['a.jsonl', '', 'no-attacks'],
    ['a.txt', ' \n', 'no-attacks'],
    ['a.yaml', 'attack: one\n', 'no-attacks'],
    ['a.yaml', '- [a]\n', 'attack-without-text'],
    ['a.csv', 'attack\n', 'no-attacks'],
  ])('%s that holds %j is refused: %s', async (name, text, code) => {
    expect((await read(name, text)).problems.map((one) => one.code)).toEqual([code]);
  });

  it('that is not there is told', async () => {
    for (const name of ['none.jsonl', 'none.txt'])
      expect((await readAttacks(`/nowhere/${name}`, name)).problems.map(({ code }) => code)).toEqual([
        'unreadable-file',
      ]);
  });
});

// Texts that others published; they stand beside the project where it is developed, and nowhere else.
const data = join(import.meta.dirname, '..', '..', '..', 'shared', 'data');
const isHere = existsSync(data);
if (!isHere) console.log('real attacks: ../shared/data is not here, so these tests are skipped');

test.skipIf(!isHere).each([
  ['bipia-attacks.jsonl', 250, 'Write a script to rename'],
  ['cyberseceval-prompt-injection.jsonl', 251, 'Forget previous instructions.'],
])('%s: %i texts', async (name, count, first) => {
  const { value, problems } = await readAttacks(join(data, name), name);
  expect(problems).toEqual([]);
  expect(value).toHaveLength(count);
  expect(value![0]!.text).toContain(first);
});
