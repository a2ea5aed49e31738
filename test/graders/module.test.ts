import { describe, expect, it } from 'vitest';
import type { Json } from '../../src/domain/json.ts';
import { gradeEntry } from './grade-entry.ts';
import { gradeRows } from './grade-rows.ts';
import { subjectOf } from './subject-of.ts';

const gives = (given: unknown) => ({ callModule: async () => given as Json });
const value = '/suite/graders.ts#cites';

describe('module', () => {
  gradeRows('module', [
    { value, tools: gives(true), score: 1 },
    { value, tools: gives(false), score: 0 },
    { value, tools: gives(0.4), score: 0.4, passed: false },
    { value, tools: gives(0.4), options: { threshold: 0.4 }, score: 0.4, passed: true },
    {
      value,
      tools: gives({ score: 0.4, passed: true, reason: 'two\nlines' }),
      score: 0.4,
      passed: true,
      reason: 'two lines',
    },
    { value, tools: gives({ score: 1 }), score: 1 },
    { value, tools: gives(1.5), ungraded: true, reason: 'not within 0..1' },
    { value, tools: gives({ score: '1' }), ungraded: true, reason: 'expected true, false, a score' },
    { value, tools: gives({ score: 1, pass: true }), ungraded: true },
    { value, tools: gives(undefined), ungraded: true },
    {
      value,
      tools: { callModule: () => Promise.reject(new Error('no answer within 10 s')) },
      ungraded: true,
      reason: 'no answer within 10 s',
    },
    { value: './a.ts#not a name', refused: 'expected a file' },
    { value, options: { timeout: 'soon' }, refused: 'expected a duration' },
  ]);

  it('hands over all that the function may look at, as plain JSON', async () => {
    const seen: unknown[] = [];
    const callModule = async (call: unknown) => {
      seen.push(call);
      return true;
    };
    const subject = subjectOf('out', {
      case: { id: 'c', vars: { a: 1 }, expect: 'x', meta: { m: 2 }, tags: ['t'] },
      answer: { toolCalls: [{ name: 'f', arguments: {} }] },
    });
    await gradeEntry({ module: './g.ts', timeout: '2s' }, subject, { callModule });
    expect(seen).toEqual([
      {
        file: './g.ts',
        timeoutMs: 2000,
        input: {
          output: 'out',
          expect: 'x',
          vars: { a: 1 },
          meta: { m: 2 },
          tags: ['t'],
          case: 'c',
          messages: [],
          toolCalls: [{ name: 'f', arguments: {} }],
          finish: { unified: 'stop' },
          usage: {},
          ms: { total: 1 },
          costUsd: null,
        },
      },
    ]);
  });
});
