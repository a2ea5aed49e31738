import { describe } from 'vitest';
import { gradeRows } from './grade-rows.ts';

const decision = {
  type: 'object',
  required: ['decision'],
  properties: { decision: { enum: ['yes', 'no'] }, days: { type: 'integer', minimum: 0 } },
  additionalProperties: false,
};
const distinct = Array.from({ length: 60_000 }, (_, at) => ({ at }));

describe('json-schema', () => {
  gradeRows('json-schema', [
    { value: decision, output: '{"decision": "yes", "days": 3}', score: 1 },
    {
      value: decision,
      output: '{"decision": "maybe"}',
      score: 0,
      reason: '/decision must be equal to one of the allowed values: ["yes","no"]',
    },
    { value: decision, output: '{"decision": "no", "extra": 1}', score: 0, reason: '"extra"' },
    { value: decision, output: '{}', score: 0, reason: "must have required property 'decision'" },
    { value: decision, output: 'yes', score: 0, reason: 'not JSON' },
    {
      value: decision,
      output: "{decision: 'no'}",
      options: { repair: true },
      score: 1,
      reason: 'after repair',
    },
    { value: { type: 'string', format: 'date' }, output: '"2024-02-30"', score: 0 },
    { value: { type: 'string', format: 'email' }, output: '"a@b.org"', score: 1 },
    { value: { type: 'string', pattern: '^\\p{Lu}\\u00e9' }, output: '"Ré"', score: 1 },
    { value: { $ref: '#/$defs/n', $defs: { n: { type: 'number' } } }, output: '1', score: 1 },
    { value: { $schema: 'http://json-schema.org/draft-07/schema#', type: 'number' }, output: '1', score: 1 },
    { value: true, output: '1', score: 1 },
    { value: { type: 'strnig' }, refused: /type/ },
    { value: { requierd: ['a'] }, refused: 'requierd' },
    { value: { type: 'string', pattern: '(?=a)' }, refused: /\(\?=/ },
    { value: 'text', refused: /./ },
    {
      why: 'a pattern that would hang',
      value: { type: 'string', pattern: '^(a+)+$' },
      output: `"${'a'.repeat(50_000)}!"`,
      score: 0,
    },
    {
      why: 'many distinct items',
      value: { type: 'array', uniqueItems: true },
      output: JSON.stringify(distinct),
      score: 1,
    },
    {
      value: { type: 'array', uniqueItems: true },
      output: '[{"a":1,"b":2},{"b":2,"a":1}]',
      score: 0,
      reason: 'twice',
    },
  ]);
});
