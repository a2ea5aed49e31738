import { describe, expect, test } from 'vitest';
import { labelId } from '../../src/domain/label-id.ts';
import { readLabels } from '../../src/load/read-labels.ts';
import { filesOnDisk } from './files-on-disk.ts';

const file = 'evals/labels/refund.judge.jsonl';

async function read(text: string | Uint8Array, of?: { suite: string; check: string }) {
  const root = await filesOnDisk({ [file]: text });
  const { value, problems } = await readLabels(root, file, of);
  const told = problems.map(
    ({ code, severity, place }) => `${severity} ${code} ${place?.file}:${place?.line}`,
  );
  return { value, told, problems };
}
const lines = (...rows: object[]) => rows.map((row) => `${JSON.stringify(row)}\n`).join('');

const whole = {
  schemaVersion: 1,
  id: 'a1b2c3d4e5f60718',
  suite: 'refund',
  check: 'judge',
  case: 'late-parcel',
  vars: { message: 'It is late.' },
  expect: 'eligible',
  meta: { source: 'mail' },
  messages: [{ role: 'user', content: 'It is late.' }],
  output: 'Yes.',
  before: 'No.',
  label: 'pass',
  rater: 'Ana <ana@example.org>',
  at: '2026-11-30T14:00:00.000Z',
  pick: 'random',
  run: '20261130-140000-abcd',
  arm: 'refund@v1 · embedded:echo',
};

test('a line of our own comes back as it was written', async () => {
  expect(await read(lines(whole, { ...whole, id: 'b', label: null }))).toMatchObject({
    value: [whole, { ...whole, id: 'b', label: null }],
    told: [],
  });
});

describe('a line by hand', () => {
  const least = { output: 'Yes.', label: 'pass' };

  test.each<[string, object, object]>([
    [
      'a case',
      { case: 'late' },
      { case: 'late', vars: {}, meta: {}, messages: [], rater: 'unknown', suite: '', check: '' },
    ],
    ['a case, spaces around it', { case: ' late ', label: ' pass' }, { case: 'late', label: 'pass' }],
    ['an id', { id: 'late-1' }, { case: 'late-1', id: 'late-1' }],
    [
      'an input',
      { input: 'May I?' },
      { vars: { input: 'May I?' }, messages: [{ role: 'user', content: 'May I?' }] },
    ],
    ['vars', { vars: { message: 'May I?' } }, { vars: { message: 'May I?' }, messages: [] }],
    [
      'both',
      { input: 'May I?', vars: { policy: '30 days' } },
      { vars: { input: 'May I?', policy: '30 days' } },
    ],
    ['a level', { case: 'x', label: 4 }, { label: '4' }],
    ['true', { case: 'x', label: true }, { label: 'pass' }],
    ['false', { case: 'x', label: false }, { label: 'fail' }],
    ['null', { case: 'x', label: null }, { label: null }],
    ['a day', { case: 'x', at: '2026-11-30' }, { at: '2026-11-30T00:00:00.000Z' }],
    ['a time zone', { case: 'x', at: '2026-11-30T14:00:00+02:00' }, { at: '2026-11-30T12:00:00.000Z' }],
  ])('with %s', async (_, fields, expected) => {
    const { value, told } = await read(lines({ ...least, ...fields }));
    expect(told).toEqual([]);
    expect(value).toMatchObject([{ schemaVersion: 1, ...least, ...expected }]);
  });

  test('has the id that the program gives to the same item', async () => {
    const { value } = await read(lines({ ...least, case: 'late' }), { suite: 'refund', check: 'judge' });
    const item = { suite: 'refund', check: 'judge', case: 'late', output: 'Yes.' };
    expect(value).toMatchObject([{ ...item, id: labelId(item) }]);
    expect(labelId({ ...item, before: 'No.' })).not.toBe(labelId(item));
  });

  test('without a case is told by what was asked', async () => {
    const { value } = await read(
      lines({ ...least, input: 'a' }, { ...least, input: 'b' }, { ...least, input: 'a', rater: 'bo' }),
    );
    const ids = value!.map(({ id }) => id);
    expect(ids[0]).toBe(ids[2]);
    expect(ids[0]).not.toBe(ids[1]);
  });
});

test('blank lines, a byte order mark, CRLF and a missing last end are no matter', async () => {
  const row = JSON.stringify(whole);
  expect(await read(`\ufeff${row}\r\n\n  \n${JSON.stringify({ ...whole, id: 'b' })}`)).toMatchObject({
    value: [{ id: whole.id }, { id: 'b' }],
    told: [],
  });
});

test('everything that is wrong is told at once, and what is sound comes back', async () => {
  const text = [
    '{"case":"a","output":"x","label":"pass"',
    '["a"]',
    '{"case":"a","output":"x","lable":"pass"}',
    '{"output":"x","label":"pass"}',
    '{"case":"a","output":7,"label":"","at":"yesterday","pick":"best"}',
    '{"schemaVersion":2,"what":"ever"}',
    '{"case":"a","output":"x","label":"pass","vars":{"__proto__":1}}',
    lines(whole),
  ].join('\n');
  const { value, told } = await read(text);
  expect(told).toEqual([
    `error json-syntax ${file}:1`,
    `error row-shape ${file}:2`,
    `error bad-value ${file}:3`,
    `error unknown-key ${file}:3`,
    `error label-of-nothing ${file}:4`,
    ...Array.from({ length: 4 }, () => `error bad-value ${file}:5`),
    `error newer-label ${file}:6`,
    `error proto-key ${file}:7`,
  ]);
  expect(value).toEqual([whole]);
});

test('the last word of a person on an item counts, and that is said; of two persons both do', async () => {
  const other = { ...whole, rater: 'Bo' };
  const { value, told } = await read(lines(whole, other, { ...whole, label: 'fail' }));
  expect(value!.map(({ rater, label }) => [rater, label])).toEqual([
    ['Bo', 'pass'],
    [whole.rater, 'fail'],
  ]);
  expect(told).toEqual([`warning label-twice ${file}:3`]);
});

test('the same said again is no matter', async () => {
  const { value, told } = await read(lines({ ...whole, pick: 'discordant' }, whole));
  expect({ value, told }).toEqual({ value: [whole], told: [] });
});

test('one id for two outputs is refused', async () => {
  const { value, told } = await read(lines(whole, { ...whole, rater: 'Bo', output: 'Never.' }));
  expect(value).toEqual([whole]);
  expect(told).toEqual([`error label-of-two ${file}:2`]);
});

describe('a last line that was cut off', () => {
  const start = lines(whole);

  test.each<[string, Uint8Array]>([
    ['in a word', Buffer.from(`${start}{"case":"late","outp`)],
    ['in a letter', Buffer.from(`${start}{"case":"é`).subarray(0, -1)],
  ])('%s is left out', async (_, bytes) => {
    expect(await read(bytes)).toMatchObject({ value: [whole], told: [`warning label-torn ${file}:2`] });
  });

  test('is a mistake where it has its end', async () => {
    expect((await read(`${start}{"case":"late","outp\n`)).told).toEqual([`error json-syntax ${file}:2`]);
  });
});

test('a file that is not there is told with what to do; a folder is none', async () => {
  const root = await filesOnDisk({ 'evals/labels/x.jsonl': '' });
  const missing = await readLabels(root, 'evals/labels/y.jsonl');
  expect(missing).toMatchObject({ value: undefined, problems: [{ code: 'labels-missing' }] });
  expect(await readLabels(root, 'evals/labels')).toMatchObject({
    value: undefined,
    problems: [{ code: 'unreadable-file' }],
  });
  expect(await readLabels(root, 'evals/labels/x.jsonl')).toEqual({ value: [], problems: [] });
});
