import { describe } from 'vitest';
import { gradeRows } from './grade-rows.ts';

describe('length', () => {
  gradeRows('length', [
    { value: 3, output: 'abc\n', score: 1 },
    { value: 4, output: 'abc\n', options: { trim: false }, score: 1 },
    { value: { max: 2 }, output: 'abc', score: 0, reason: 'expected at most 2 characters, found 3' },
    { value: { min: 2, max: 4 }, output: 'abc', score: 1 },
    { why: 'a family is one character', value: 1, output: '👨‍👩‍👧', score: 1 },
    { why: 'NFD counts as NFC', value: 4, output: 'cafe\u0301', score: 1 },
    { value: 3, output: 'a\r\nb', score: 1 },
    { value: 25, output: '👨‍👩‍👧é\u0301', options: { unit: 'bytes' }, score: 0, reason: 'found 22' },
    { value: 3, output: 'one two, three', options: { unit: 'words' }, score: 1 },
    { why: 'an apostrophe parts words', value: 2, output: "don't", options: { unit: 'words' }, score: 1 },
    { value: 0, output: ' … ', options: { unit: 'words' }, score: 1 },
    {
      value: 2,
      output: 'Dr. Smith came. He left at 3.5 p.m. on foot!',
      options: { unit: 'sentences' },
      score: 1,
    },
    { value: 2, output: '今日は晴れ。明日は雨！', options: { unit: 'sentences' }, score: 1 },
    { value: 3, output: 'a\r\nb\rc\n', options: { unit: 'lines' }, score: 1 },
    { value: 2, output: 'a\nb\n\n\nc', options: { unit: 'paragraphs' }, score: 1 },
    { value: 2, output: '***\na\n***\nb', options: { unit: 'paragraphs', separator: '***' }, score: 1 },
    { value: 0, output: '', options: { unit: 'lines' }, score: 1 },
    { value: { min: 5, max: 2 }, refused: 'min is larger than max' },
    { value: {}, refused: 'needs a min or a max' },
    { value: -1, refused: /./ },
    { value: 2, options: { separator: '***' }, refused: 'needs `unit: paragraphs`' },
    { why: 'a megabyte', value: { min: 1_000_000 }, output: 'é'.repeat(1_000_000), score: 1 },
    {
      why: 'a megabyte without an end',
      value: 1,
      output: 'a. '.repeat(300_000),
      options: { unit: 'sentences' },
      score: 0,
    },
  ]);
});
