import { describe } from 'vitest';
import { gradeRows } from './grade-rows.ts';

describe('json', () => {
  gradeRows('json', [
    { value: true, output: '{"a": 1}', score: 1, reason: 'valid JSON: an object' },
    { value: true, output: '\ufeff[1]\r\n', score: 1 },
    { value: true, output: '"text"', score: 1 },
    { value: true, output: '```json\n{"a": 1}\n```', score: 1 },
    { value: true, output: '```\n[1]\n```\n', score: 1 },
    { value: true, output: 'Here: {"a": 1}', score: 0, reason: 'the output is not JSON' },
    { value: true, output: 'Here:\n```json\n{"a": 1}\n```\nDone.', score: 0 },
    { value: true, output: 'Here:\n```json\n{"a": 1}\n```\nDone.', options: { from: 'fenced' }, score: 1 },
    { value: true, output: '```python\nx\n```\n~~~\n[2]\n~~~', options: { from: 'fenced' }, score: 1 },
    { value: true, output: 'none', options: { from: 'fenced' }, score: 0, reason: 'no ``` fence' },
    { value: true, output: "{'a': 1,}", score: 0 },
    { value: true, output: "{'a': 1,}", options: { repair: true }, score: 1, reason: '(after repair)' },
    { value: true, output: '{"a": [1, 2', options: { repair: true }, score: 1, reason: '(after repair)' },
    { value: true, output: '{"a": 1}', options: { repair: true }, score: 1, reason: 'an object' },
    {
      why: 'prose is not mended into a string',
      value: true,
      output: 'Hello there',
      options: { repair: true },
      score: 0,
    },
    { value: true, output: '', score: 0, reason: 'it ends too early' },
    { value: true, output: 'NaN', score: 0 },
    {
      why: 'a million brackets',
      value: true,
      output: '['.repeat(1_000_000),
      options: { repair: true },
      score: 0,
      reason: 'nested more than 200 deep',
    },
    {
      why: 'a megabyte that breaks off',
      value: true,
      output: `[${'{"a":1},'.repeat(100_000)}`,
      options: { repair: true },
      ungraded: true,
      reason: 'not repaired',
    },
    { value: false, refused: /./ },
  ]);
});
