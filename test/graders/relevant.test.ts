import { describe, expect, it } from 'vitest';
import { always, fenced, gradeJudged, says } from './judged.ts';
import { subjectOf } from './subject-of.ts';

const asking = (content: string) => subjectOf('within 30 days', { messages: [{ role: 'user', content }] });

describe('relevant', () => {
  it.each([
    ['relevant', 1, true],
    ['partly', 0.5, false],
    ['irrelevant', 0, false],
  ])('%s is %f', async (verdict, score, passed) => {
    const { grade } = await gradeJudged({ relevant: true }, asking('how long'), always(says(verdict)));
    expect(grade).toMatchObject({ status: 'graded', score, passed });
  });

  it('passes in part where that is enough', async () => {
    const entry = { relevant: true, threshold: 0.5 };
    expect((await gradeJudged(entry, asking('how long'), always(says('partly')))).grade).toMatchObject({
      passed: true,
    });
  });

  it.each([
    [true, 'how long'],
    ['for how many days', 'for how many days'],
  ])('%j asks about %j', async (relevant, question) => {
    const { asked } = await gradeJudged({ relevant }, asking('how long'), always(says('relevant')));
    expect(fenced(asked[0]!, 'question')).toBe(question);
    expect(fenced(asked[0]!, 'output')).toBe('within 30 days');
  });

  it('asks nobody where there is no question', async () => {
    for (const subject of [asking(' \n'), subjectOf('x')]) {
      const { grade, asked, judgements } = await gradeJudged(
        { relevant: true },
        subject,
        always(says('relevant')),
      );
      expect(grade).toEqual({ status: 'ungraded', reason: 'the user said nothing that could be answered' });
      expect([asked, judgements]).toEqual([[], []]);
    }
  });

  it.each([
    ['a word off the menu', says('very relevant')],
    ['no reason', '{"verdict":"relevant"}'],
    ['the verdict first', '{"verdict":"relevant","reason":"because"}'],
    ['an empty object', '{}'],
  ])('%s is no verdict', async (_, reply) => {
    const { grade } = await gradeJudged({ relevant: true }, asking('how long'), always(reply));
    expect(grade).toMatchObject({ status: 'ungraded' });
  });

  it.each([[false], [''], [1]])('refuses %j', async (relevant) => {
    await expect(gradeJudged({ relevant }, 'x', always(''))).rejects.toThrow();
  });
});
