import { describe } from 'vitest';
import { gradeRows } from './grade-rows.ts';

describe('same-json', () => {
  gradeRows('same-json', [
    { value: { a: 1, b: 2 }, output: '{"b": 2, "a": 1}', score: 1 },
    { value: { a: 1 }, output: '```json\n{"a": 1}\n```', score: 1 },
    {
      value: { a: 1 },
      output: '{"a": "1"}',
      score: 0,
      reason: 'a: expected the number 1, found the string "1"',
    },
    { value: { a: 1 }, output: '{}', score: 0, reason: 'a: expected the number 1, found nothing' },
    { value: {}, output: '{"a b": 1}', score: 0, reason: '["a b"]: expected nothing, found the number 1' },
    { why: 'lists have an order', value: [1, 2], output: '[2, 1]', score: 0, reason: '[0]' },
    { value: [1, 2], output: '[2, 1]', options: { ignoreOrder: true }, score: 1 },
    {
      value: [[1, 2], { a: [3, 4] }],
      output: '[{"a": [4, 3]}, [2, 1]]',
      options: { ignoreOrder: true },
      score: 1,
    },
    { value: [1, 1, 2], output: '[1, 2, 2]', options: { ignoreOrder: true }, score: 0 },
    { value: [1], output: '[1, 1]', options: { ignoreOrder: true }, score: 0, reason: 'found the number 1' },
    {
      value: { id: 1, items: [{ id: 2, n: 'x' }] },
      output: '{"id": 9, "items": [{"n": "x"}]}',
      options: { ignore: ['id', 'items[*].id'] },
      score: 1,
    },
    {
      value: { a: { t: 1, u: 2 } },
      output: '{"a": {"t": 5, "u": 2}}',
      options: { ignore: ['*.t'] },
      score: 1,
    },
    { value: 'café', output: '"cafe\u0301"', score: 1 },
    { value: [1, 'café'], output: '["cafe\u0301", 1]', options: { ignoreOrder: true }, score: 1 },
    { value: null, output: 'null', score: 1 },
    { value: { a: 1 }, output: '{a: 1}', options: { repair: true }, score: 1, reason: 'after repair' },
    {
      why: 'long lists in any order',
      value: Array.from({ length: 20_000 }, (_, at) => ({ at })),
      output: JSON.stringify(Array.from({ length: 20_000 }, (_, at) => ({ at: 19_999 - at }))),
      options: { ignoreOrder: true },
      score: 1,
    },
    {
      why: 'a prototype in the output is a key like any other',
      value: {},
      output: '{"__proto__": {"a": 1}}',
      score: 0,
    },
  ]);
});
