import { describe, expect, it } from 'vitest';
import { always, fenced, gradeJudged } from './judged.ts';

const entry = { 'context-recall': ['30 days', 'no cash'], reference: 'Within 30 days, by card.' };
const list = (...items: unknown[]) => JSON.stringify({ statements: items });
const item = (statement: unknown, verdict: unknown, reason: unknown = 'so') => ({
  reason,
  statement,
  verdict,
});

describe('context-recall', () => {
  it.each([
    ['all', ['supported', 'supported'], 1, '2 of 2 supported: supported "a": so · supported "b": so'],
    ['half', ['supported', 'missing'], 0.5, '1 of 2 supported: missing "b": so'],
    [
      'a third',
      ['missing', 'supported', 'missing'],
      1 / 3,
      '1 of 3 supported: missing "a": so · missing "c": so; 50.0 % is needed',
    ],
    ['none', ['missing'], 0, '0 of 1 supported: missing "a": so; 50.0 % is needed'],
  ])('%s', async (_, verdicts, score, reason) => {
    const reply = list(...verdicts.map((verdict, index) => item('abc'[index], verdict)));
    const { grade } = await gradeJudged(entry, 'x', always(reply));
    expect(grade).toEqual({ status: 'graded', score, passed: score >= 0.5, reason });
  });

  it('shows passages and reference, each in a fence, and nothing of the output', async () => {
    const { asked } = await gradeJudged(entry, 'in a month', always(list(item('a', 'supported'))));
    expect(fenced(asked[0]!, 'passages 1')).toBe('30 days');
    expect(fenced(asked[0]!, 'passages 2')).toBe('no cash');
    expect(fenced(asked[0]!, 'reference')).toBe('Within 30 days, by card.');
    expect(asked[0]!.messages.at(-1)!.content).not.toContain('in a month');
    expect(asked[0]!.outputSchema).toMatchObject({
      properties: { statements: { items: { required: ['reason', 'statement', 'verdict'] } } },
    });
  });

  it.each([
    ['an empty list', list(), 'no list of verdicts'],
    ['a word off the menu', list(item('a', 'partly')), 'neither supported nor missing'],
    ['no statement', list({ reason: 'so', verdict: 'supported' }), 'what it is of'],
    ['an empty statement', list(item(' ', 'supported')), 'what it is of'],
    ['a number for a statement', list(item(1, 'supported')), 'what it is of'],
    ['no reason', list({ statement: 'a', verdict: 'supported' }), 'no reason'],
    [
      'a verdict first',
      '{"statements":[{"verdict":"supported","reason":"so","statement":"a"}]}',
      'come last',
    ],
    [
      'a statement last',
      '{"statements":[{"reason":"so","verdict":"supported","statement":"a"}]}',
      'come last',
    ],
    [
      'two verdicts',
      '{"statements":[{"reason":"so","statement":"a","verdict":"missing","verdict":"supported"}]}',
      'twice',
    ],
    ['no list', '{"reason":"all is there","verdict":"supported"}', 'holds no verdict'],
  ])('%s is no verdict', async (_, reply, why) => {
    const { grade } = await gradeJudged(entry, 'x', always(reply));
    expect(grade).toEqual({ status: 'ungraded', reason: expect.stringContaining(why) });
  });

  it.each([
    [{ 'context-recall': 'one text' }],
    [{ 'context-recall': [], reference: 'a' }],
    [{ 'context-recall': ['a', ''], reference: 'a' }],
    [{ 'context-recall': ['a'], reference: '' }],
  ])('refuses %j', async (wrong) => {
    await expect(gradeJudged(wrong, 'x', always(''))).rejects.toThrow();
  });
});
