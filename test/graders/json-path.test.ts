import { describe } from 'vitest';
import { gradeRows } from './grade-rows.ts';

const output = '{"items": [{"price": 12.5, "tags": ["new"]}, {"price": 3}], "name": "Ann", "none": null}';

describe('json-path', () => {
  gradeRows('json-path', [
    { value: 'items[0].price', output, options: { equals: 12.5 }, score: 1 },
    {
      value: 'items[0].price',
      output,
      options: { equals: '12.5' },
      score: 0,
      reason: 'items[0].price is 12.5; expected the string "12.5"',
    },
    { value: 'items[*].price', output, options: { equals: [12.5, 3] }, score: 1 },
    { value: 'length(items)', output, options: { equals: 2 }, score: 1 },
    { value: 'none', output, options: { equals: null }, score: 1 },
    { value: 'name', output, score: 1 },
    { value: 'none', output, score: 0 },
    { value: 'nobody', output, options: { exists: false }, score: 1 },
    { value: 'name', output, options: { exists: false }, score: 0 },
    { value: 'name', output, options: { matches: '^A' }, score: 1 },
    { value: 'items', output, options: { matches: '^A' }, score: 0 },
    { value: 'name', output, options: { contains: 'nn' }, score: 1 },
    { value: 'items[0].tags', output, options: { contains: 'new' }, score: 1 },
    { value: 'items[].price', output, options: { contains: 3 }, score: 1 },
    { value: 'items[0].tags', output, options: { contains: 'old' }, score: 0 },
    { value: 'name', output: 'Ann', score: 0, reason: 'not JSON' },
    { value: 'length(name.x)', output: '{"name": {"x": 1}}', ungraded: true, reason: 'Invalid type' },
    { value: 'items[', refused: /Syntax|expected/ },
    { value: 'name', options: { equals: 1, matches: 'a' }, refused: 'equals and matches exclude each other' },
    { value: 'name', options: { matches: '(?=a)' }, refused: /\(\?=/ },
    { value: '', refused: /./ },
  ]);
});
