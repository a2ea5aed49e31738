import { describe, expect, it } from 'vitest';
import { always, fenced, gradeJudged } from './judged.ts';
import { subjectOf } from './subject-of.ts';

const list = (...items: unknown[]) => JSON.stringify({ passages: items });
const item = (n: unknown, verdict: unknown, reason: unknown = 'so') => ({ n, reason, verdict });
const subject = subjectOf('x', { messages: [{ role: 'user', content: 'how long' }] });
const passages = (count: number) => Array.from({ length: count }, (_, index) => `text ${index + 1}`);

describe('context-precision', () => {
  // By hand: the mean over relevant ranks k of (relevant among the first k) / k.
  it.each([
    ['+', 1],
    ['-', 0],
    ['+++', 1],
    ['---', 0],
    ['+--', 1],
    ['-+-', 1 / 2],
    ['--+', 1 / 3],
    ['+-+', (1 + 2 / 3) / 2],
    ['-++', (1 / 2 + 2 / 3) / 2],
    ['--++-', (1 / 3 + 2 / 4) / 2],
    ['+-+-+', (1 + 2 / 3 + 3 / 5) / 3],
  ])('%s', async (marks, score) => {
    const verdicts = [...marks].map((mark, index) =>
      item(index + 1, mark === '+' ? 'relevant' : 'irrelevant'),
    );
    const entry = { 'context-precision': passages(marks.length) };
    const { grade } = await gradeJudged(entry, subject, always(list(...verdicts.toReversed())));
    expect(grade).toMatchObject({ status: 'graded', score: expect.closeTo(score, 12), passed: score >= 0.5 });
  });

  it('says which are irrelevant', async () => {
    const reply = list(item(1, 'relevant'), item(2, 'irrelevant', 'it is of cash'));
    const { grade } = await gradeJudged({ 'context-precision': passages(2) }, subject, always(reply));
    expect(grade.reason).toBe('1 of 2 relevant: irrelevant passage 2: it is of cash');
  });

  it.each([
    [{}, 'how long'],
    [{ question: 'for how many days' }, 'for how many days'],
  ])('with %j asks about %j', async (more, question) => {
    const entry = { 'context-precision': ['30 days'], ...more };
    const { asked } = await gradeJudged(entry, subject, always(list(item(1, 'relevant'))));
    expect(fenced(asked[0]!, 'question')).toBe(question);
    expect(fenced(asked[0]!, 'passages 1')).toBe('30 days');
  });

  it('asks nobody where there is no question', async () => {
    const { grade, asked } = await gradeJudged({ 'context-precision': ['a'] }, 'x', always(''));
    expect(grade).toMatchObject({ status: 'ungraded' });
    expect(asked).toEqual([]);
  });

  it.each([
    ['one too few', list(item(1, 'relevant'))],
    ['one twice', list(item(1, 'relevant'), item(1, 'relevant'))],
    ['one that is not there', list(item(1, 'relevant'), item(3, 'relevant'))],
    ['one too many', list(item(1, 'relevant'), item(2, 'relevant'), item(3, 'relevant'))],
    ['a word off the menu', list(item(1, 'relevant'), item(2, 'partly'))],
    ['an empty list', list()],
    [
      'a verdict first',
      '{"passages":[{"n":1,"verdict":"relevant","reason":"so"},{"n":2,"verdict":"relevant","reason":"so"}]}',
    ],
    ['an empty object', '{}'],
  ])('%s is no verdict', async (_, reply) => {
    const { grade } = await gradeJudged({ 'context-precision': passages(2) }, subject, always(reply));
    expect(grade).toMatchObject({ status: 'ungraded' });
  });

  it.each([[[]], [['']], ['one text'], [[1]]])('refuses %j', async (value) => {
    await expect(gradeJudged({ 'context-precision': value }, subject, always(''))).rejects.toThrow();
  });
});
