import { existsSync, readFileSync } from 'node:fs';
import { appendFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';
import type { Model } from '../../src/domain/model.ts';
import { replay } from '../../src/providers/replay.ts';
import { calm, localWorld, modelOf, requestOf } from './local/local-world.ts';

const lines = (...rows: unknown[]) => rows.map((row) => JSON.stringify(row)).join('\n');
const caseOf = (id: string) => ({ case: { id, vars: {}, meta: {} } });

async function openFile(text: string, options: Model['options'] = {}) {
  const world = await localWorld({ 'out.jsonl': text });
  const model = await replay.open(modelOf('replay', 'out.jsonl', options), world);
  const ask = (id: string, repeat = 1) => model.try(requestOf('', { ...caseOf(id), repeat }), calm());
  return { ask, world, close: model.close };
}

test('rows are found by id, whatever their order and their letters', async () => {
  const { ask, close } = await openFile(
    `\ufeff${lines({ id: 'é\u2028', output: 'one' })}\r\n\n${lines({ case: 'b/2', output: { a: [1] } }, { id: 3, output: '' })}`,
  );
  expect(await ask('b/2')).toMatchObject({ status: 'answered', answer: { text: '{"a":[1]}' } });
  expect(await ask('é\u2028')).toMatchObject({ answer: { text: 'one', finish: { unified: 'stop' } } });
  expect(await ask('3')).toMatchObject({ answer: { text: '' } });
  await close();
});

test('other fields, chosen rows and repeats', async () => {
  const text = lines(
    { key: 'a', n: 1, model: 'm1', said: 'm1 first' },
    { key: 'a', n: 2, model: 'm1', said: 'm1 second' },
    { key: 'a', n: 1, model: 'm2', said: 'm2 first' },
  );
  const options = { id: 'key', output: 'said', repeat: 'n', where: { model: 'm1' } };
  const { ask, close } = await openFile(text, options);
  expect(await ask('a', 1)).toMatchObject({ answer: { text: 'm1 first', served: { model: 'm1' } } });
  expect(await ask('a', 2)).toMatchObject({ answer: { text: 'm1 second' } });
  expect(await ask('a', 3)).toMatchObject({
    failure: { kind: 'request', message: 'out.jsonl has no output for case "a", repeat 3 where model = m1' },
  });
  await close();
});

test('what a row tells beside its output', async () => {
  const usage = { input: 5, output: 2, cached: 1 };
  const { ask, close } = await openFile(
    lines(
      { id: 'a', output: 'x', ms: 120.5, firstTokenMs: 30, usage, finish: 'length', model: 'm' },
      { id: 'b', output: 'x', usage: { total_tokens: 7 }, ms: null },
      { id: 'c', error: 'overloaded' },
      { id: 'd', text: 'x' },
    ),
  );
  const a = await ask('a');
  expect(a).toMatchObject({
    answer: {
      ms: { total: 120.5, firstToken: 30 },
      usage,
      finish: { unified: 'length' },
      served: { model: 'm' },
    },
  });
  expect(a.status === 'answered' && a.answer.warnings).toBeUndefined();
  const b = await ask('b');
  expect(b.status === 'answered' && b.answer.ms).toEqual({});
  expect(b).toMatchObject({
    answer: {
      usage: {},
      warnings: ['out.jsonl: "usage" cannot be used', 'out.jsonl does not tell how long its answers took'],
    },
  });
  expect(await ask('c')).toMatchObject({
    failure: { kind: 'server', retryable: false, message: 'out.jsonl, line 3 records an error: overloaded' },
  });
  expect(await ask('d')).toMatchObject({
    failure: { kind: 'request', message: expect.stringContaining('out.jsonl, line 4 has no field "output"') },
  });
  expect(await ask('e')).toMatchObject({
    failure: { kind: 'request', retryable: false, message: 'out.jsonl has no output for case "e"' },
  });
  await close();
});

test.each<{ what: string; text: string; options?: Model['options']; message: string }>([
  {
    what: 'two rows of a case',
    text: lines({ id: 'a' }, { id: 'b' }, { id: 'a' }),
    message: 'lines 1 and 3 are both for case "a"',
  },
  {
    what: 'a line that is not JSON',
    text: `${lines({ id: 'a' })}\n{"id":`,
    message: 'line 2 is not a JSON object',
  },
  { what: 'a line that is a list', text: '[1]', message: 'line 1 is not a JSON object' },
  { what: 'a row without id', text: '{"output":"x"}', message: 'line 1 has no id in its field "id"' },
  { what: 'no rows', text: '\n', message: 'out.jsonl: it has no rows' },
  {
    what: 'no chosen rows',
    text: lines({ id: 'a' }),
    options: { where: { m: 1 } },
    message: 'no rows where m = 1',
  },
  { what: 'an unknown option', text: lines({ id: 'a' }), options: { wher: {} }, message: 'wher' },
])('$what is refused at once', async ({ text, options, message }) => {
  await expect(openFile(text, options)).rejects.toThrow(message);
});

test('a file that is changed meanwhile is noticed', async () => {
  const { ask, world, close } = await openFile(lines({ id: 'a', output: 'x' }, { id: 'b', output: 'y' }));
  await appendFile(path.join(world.root, 'out.jsonl'), '\n{"id":"c"}');
  expect(await ask('b')).toMatchObject({ answer: { text: 'y' } });
  await writeFile(
    path.join(world.root, 'out.jsonl'),
    lines({ id: 'b', output: 'y' }, { id: 'a', output: 'x' }),
  );
  expect(await ask('a')).toMatchObject({
    failure: { kind: 'request', message: expect.stringContaining('changed') },
  });
  await close();
});

test('a file that is not there', async () => {
  const world = await localWorld();
  const model = modelOf('replay', 'gone.jsonl');
  await expect(replay.open(model, world)).rejects.toThrow('replay:gone.jsonl: there is no such file');
  expect(await replay.check?.(model, world)).toEqual(['replay:gone.jsonl: there is no file gone.jsonl']);
});

const data = new URL('../../../shared/data/', import.meta.url);

test.skipIf(!existsSync(data)).each([
  { model: '6b_finetuning', right: 45 },
  { model: '175b_finetuning', right: 65 },
])('$model as recorded on 200 problems of GSM8K: $right right', async ({ model, right }) => {
  const world = { ...(await localWorld()), root: data.pathname };
  const opened = await replay.open(modelOf('replay', 'gsm8k-two-models.jsonl', { where: { model } }), world);
  const rows = readFileSync(new URL('gsm8k-two-models.jsonl', data), 'utf8')
    .trim()
    .split('\n')
    .map(
      (line) =>
        JSON.parse(line) as { id: string; model: string; expected: string; recorded_correct: boolean },
    )
    .filter((row) => row.model === model);
  let counted = 0;
  for (const row of rows) {
    const reply = await opened.try(requestOf('', caseOf(row.id)), calm());
    const said =
      reply.status === 'answered' ? reply.answer.text.split('A: ').at(-1)?.replaceAll(',', '') : undefined;
    expect(said === row.expected, row.id).toBe(row.recorded_correct);
    if (said === row.expected) counted++;
  }
  await opened.close();
  expect(rows).toHaveLength(200);
  expect(counted).toBe(right);
});
