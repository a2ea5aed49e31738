import { describe } from 'vitest';
import { gradeRows } from './grade-rows.ts';

describe('equals', () => {
  gradeRows('equals', [
    { value: 'eligible', output: ' eligible\r\n', score: 1 },
    { value: 'eligible', output: ' eligible', options: { trim: false }, score: 0 },
    { value: 'Eligible', output: 'eligible', score: 0, reason: 'expected "Eligible", found "eligible"' },
    { value: 'Eligible', output: 'ELIGIBLE', options: { ignoreCase: true }, score: 1 },
    { value: 'Straße', output: 'STRASSE', options: { ignoreCase: true }, score: 1 },
    { why: 'NFC meets NFD', value: 'café', output: 'cafe\u0301', score: 1 },
    { why: 'a joined emoji is not its parts', value: '👨‍👩‍👧', output: '👨👩👧', score: 0 },
    { value: '', output: '  \n', score: 1 },
    { value: '42', output: '42', score: 1 },
    { value: 42, output: '42', score: 1 },
    { value: 42, output: '42.0', score: 1 },
    { value: 42, output: '"42"', score: 0, reason: 'expected the number 42, found the string "42"' },
    { value: 42, output: 'It is 42', score: 0, reason: 'found text: "It is 42"' },
    { value: true, output: 'true', score: 1 },
    { value: true, output: 'True', score: 0 },
    { value: null, output: 'null', score: 1 },
    { value: { a: 1, b: [1, 2] }, output: '{"b": [1, 2], "a": 1}', score: 1 },
    {
      value: { a: 1, b: [1, 2] },
      output: '{"a": 1, "b": [2, 1]}',
      score: 0,
      reason: 'at b[0]: expected the number 1, found the number 2',
    },
    {
      value: { a: 1 },
      output: '{"a": "1"}',
      score: 0,
      reason: 'at a: expected the number 1, found the string "1"',
    },
    {
      value: { a: 1 },
      output: '{"a": 1, "b": 2}',
      score: 0,
      reason: 'at b: expected nothing, found the number 2',
    },
    {
      why: 'control characters stay visible',
      value: 'a',
      output: '\u001b[2Ja',
      score: 0,
      reason: '\\u001b[2Ja',
    },
    { why: 'a megabyte', value: 'a', output: 'b'.repeat(1_000_000), score: 0, reason: '…' },
    { why: 'a million brackets', value: [], output: '['.repeat(1_000_000), score: 0 },
  ]);
});
