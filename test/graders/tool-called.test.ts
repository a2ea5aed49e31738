import { describe } from 'vitest';
import type { Json } from '../../src/domain/json.ts';
import { gradeRows } from './grade-rows.ts';
import { subjectOf } from './subject-of.ts';

const calls = (...made: [string, Json][]) =>
  subjectOf('', { answer: { toolCalls: made.map(([name, given]) => ({ name, arguments: given })) } });
const oslo = calls(['get_weather', { city: 'Oslo', units: { t: 'C', w: 'm/s' } }]);
const two = calls(['find', { q: 'a' }], ['open', { id: 1 }]);

describe('tool-called', () => {
  gradeRows('tool-called', [
    { value: 'get_weather', subject: oslo, score: 1 },
    { value: 'send', subject: oslo, score: 0, reason: 'expected send(); it called get_weather(' },
    { value: 'send', output: '', score: 0, reason: 'it called nothing' },
    { value: { name: 'get_weather', arguments: { city: 'Oslo' } }, subject: oslo, score: 1 },
    { value: { name: 'get_weather', arguments: { units: { t: 'C' } } }, subject: oslo, score: 1 },
    { value: { name: 'get_weather', arguments: { city: 'Rome' } }, subject: oslo, score: 0 },
    {
      value: { name: 'get_weather', arguments: { city: 'Oslo' } },
      subject: oslo,
      options: { exact: true },
      score: 0,
    },
    { value: ['open', 'find'], subject: two, score: 1 },
    { value: ['open', 'find'], subject: two, options: { order: 'exact' }, score: 0 },
    { value: ['find', 'open'], subject: two, options: { order: 'exact' }, score: 1 },
    { value: ['find'], subject: two, options: { order: 'exact' }, score: 0 },
    { why: 'two wishes want two calls', value: ['find', 'find'], subject: two, score: 0 },
    {
      why: 'a bare name leaves the stricter wish its call',
      value: ['f', { name: 'f', arguments: { a: 1 } }],
      subject: calls(['f', { a: 1 }], ['f', { a: 2 }]),
      score: 1,
    },
    {
      why: 'arguments that did not parse',
      value: { name: 'f', arguments: { a: 1 } },
      subject: calls(['f', '{a:1']),
      score: 0,
    },
    { value: { name: 'f', args: {} }, refused: /./ },
  ]);
});
