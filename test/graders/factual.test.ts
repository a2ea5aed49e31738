import { describe, expect, it } from 'vitest';
import { always, fenced, gradeJudged, says } from './judged.ts';
import { subjectOf } from './subject-of.ts';

const entry = { factual: 'within 30 days' };

describe('factual', () => {
  it.each([
    ['agrees', 1, true],
    ['adds', 0.75, true],
    ['omits', 0.5, false],
    ['contradicts', 0, false],
  ])('%s is %f', async (verdict, score, passed) => {
    const { grade } = await gradeJudged(entry, 'x', always(says(verdict)));
    expect(grade).toMatchObject({ status: 'graded', score, passed });
    expect(grade.reason).toMatch(passed ? `${verdict}: because` : /: because; 75.0 % is needed$/);
  });

  it('can want more, or less', async () => {
    const wanting = (threshold: number, verdict: string) =>
      gradeJudged({ ...entry, threshold }, 'x', always(says(verdict)));
    expect((await wanting(1, 'adds')).grade).toMatchObject({ passed: false });
    expect((await wanting(0.5, 'omits')).grade).toMatchObject({ passed: true });
  });

  it('shows input, output and reference, each in a fence', async () => {
    const subject = subjectOf('in a month', { messages: [{ role: 'user', content: 'how long' }] });
    const { asked } = await gradeJudged(entry, subject, always(says('agrees')));
    expect(fenced(asked[0]!, 'input')).toBe('how long');
    expect(fenced(asked[0]!, 'output')).toBe('in a month');
    expect(fenced(asked[0]!, 'reference')).toBe('within 30 days');
  });

  it.each([
    ['a word off the menu', says('agree')],
    ['two words', says('agrees, adds')],
    ['no reason', '{"reason":"","verdict":"agrees"}'],
    ['the verdict first', '{"verdict":"agrees","reason":"because"}'],
    ['no verdict', '{"reason":"it agrees"}'],
  ])('%s is no verdict', async (_, reply) => {
    const { grade, judgements } = await gradeJudged(entry, 'x', always(reply));
    expect(grade).toMatchObject({ status: 'ungraded' });
    expect(judgements).toMatchObject([{ verdict: null, passed: null, calls: 2 }]);
  });

  it('refuses an empty reference', async () => {
    await expect(gradeJudged({ factual: '' }, 'x', always(''))).rejects.toThrow(/empty/);
  });

  it('takes the majority of several', async () => {
    const replies = always(says('omits'), says('agrees'), says('omits'));
    const { grade } = await gradeJudged(entry, 'x', replies, { samples: 3 });
    expect(grade).toMatchObject({ score: 0.5, reason: expect.stringMatching(/^omits: 2 of 3: because/) });
  });
});
