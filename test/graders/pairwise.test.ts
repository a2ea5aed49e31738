import { describe, expect, it } from 'vitest';
import type { JudgeRequest } from '../../src/domain/grader.ts';
import { type FakeJudge, fenced, gradeJudged, says } from './judged.ts';
import { subjectOf } from './subject-of.ts';

const entry = { pairwise: 'Fewer words', against: 'the other' };
const standsFirst = (request: JudgeRequest) => fenced(request, 'first') === 'this one';
/** Says one thing where the graded output stands first, and another where it stands second. */
const orders =
  (first: string, second: string): FakeJudge =>
  (request) => {
    const said = standsFirst(request) ? first : second;
    return said === 'down' ? said : says(said, `it reads ${said}`);
  };

describe('pairwise', () => {
  it.each([
    ['first', 'second', 1, 'better'],
    ['second', 'first', 0, 'worse'],
    ['tie', 'tie', 0.5, 'tie'],
    ['first', 'first', 0.5, 'tie'],
    ['second', 'second', 0.5, 'tie'],
    ['first', 'tie', 0.5, 'tie'],
    ['tie', 'second', 0.5, 'tie'],
    ['second', 'tie', 0.5, 'tie'],
    ['tie', 'first', 0.5, 'tie'],
  ])('standing first %s, standing second %s', async (first, second, score, verdict) => {
    const { grade, judgements } = await gradeJudged(entry, 'this one', orders(first, second));
    expect(grade).toMatchObject({ status: 'graded', score, passed: score >= 0.5 });
    expect(judgements).toHaveLength(1);
    expect(judgements[0]).toMatchObject({ verdict, score, passed: score >= 0.5, calls: 2 });
    const own = { first: 1, second: 0, tie: 0.5 } as Record<string, number>;
    expect(judgements[0]!.samples).toEqual([
      { verdict: first, score: own[first], reason: `it reads ${first}`, place: 'first' },
      { verdict: second, score: 1 - own[second]!, reason: `it reads ${second}`, place: 'second' },
    ]);
  });

  it('says what was said in each order, and that they disagree', async () => {
    const { grade } = await gradeJudged(entry, 'this one', orders('first', 'first'));
    expect(grade.reason).toBe(
      'tie: the two orders disagree; standing first: first, it reads first · standing second: first, it reads first',
    );
    expect((await gradeJudged(entry, 'this one', orders('tie', 'tie'))).grade.reason).not.toContain(
      'disagree',
    );
  });

  it.each([
    ['maybe', 'second'],
    ['first', 'better'],
    ['', ''],
  ])('%j and %j are no verdict', async (first, second) => {
    const { grade, judgements } = await gradeJudged(entry, 'this one', orders(first, second));
    expect(grade).toEqual({
      status: 'ungraded',
      reason: expect.stringContaining('none of first, second, tie'),
    });
    expect(judgements).toMatchObject([{ verdict: null, score: null, passed: null }]);
  });

  it('is ungraded when one of the orders cannot be asked', async () => {
    const { grade } = await gradeJudged(entry, 'this one', orders('first', 'down'));
    expect(grade).toMatchObject({ status: 'ungraded' });
  });

  it('without a majority in one order gives no verdict', async () => {
    const judge: FakeJudge = (request) =>
      says(standsFirst(request) ? 'first' : request.take < 3 ? 'first' : 'second');
    const { grade } = await gradeJudged(entry, 'this one', judge, { samples: 2 });
    expect(grade).toMatchObject({ status: 'ungraded', reason: expect.stringContaining('says no one thing') });
  });

  it('asks each order as often as is wanted, until it is decided', async () => {
    const { grade, asked, judgements } = await gradeJudged(entry, 'this one', orders('first', 'second'), {
      samples: 3,
    });
    expect(grade).toMatchObject({ score: 1 });
    expect(asked.map((one) => [one.take, standsFirst(one)]).sort()).toEqual([
      [1, true],
      [2, false],
      [3, true],
      [4, false],
    ]);
    expect(judgements[0]!.samples.map(({ place }) => place)).toEqual(['first', 'first', 'second', 'second']);
  });

  it('shows the input and both texts in fences, each order once', async () => {
    const subject = subjectOf('this one', { messages: [{ role: 'user', content: 'how long' }] });
    const { asked } = await gradeJudged(entry, subject, orders('tie', 'tie'));
    expect(asked.map((one) => [fenced(one, 'input'), fenced(one, 'first'), fenced(one, 'second')])).toEqual([
      ['how long', 'this one', 'the other'],
      ['how long', 'the other', 'this one'],
    ]);
    for (const { messages } of asked)
      expect(messages.at(-1)!.content).toContain('better than another:\nFewer words\n');
  });

  it('takes the answer of the baseline', async () => {
    const subject = { ...subjectOf('this one'), before: 'the other' };
    const { grade, asked } = await gradeJudged(
      { pairwise: 'x', baseline: true },
      subject,
      orders('first', 'second'),
    );
    expect(grade).toMatchObject({ score: 1 });
    expect(fenced(asked[0]!, 'second')).toBe('the other');
  });

  it('takes the given text, though there is a baseline', async () => {
    const subject = { ...subjectOf('this one'), before: 'something else' };
    const { asked } = await gradeJudged(entry, subject, orders('first', 'second'));
    expect(fenced(asked[0]!, 'second')).toBe('the other');
  });

  it('asks nobody where there is nothing to compare with', async () => {
    const { grade, asked, judgements } = await gradeJudged(
      { pairwise: 'x', baseline: true },
      'a',
      () => 'down',
    );
    expect(grade).toEqual({ status: 'ungraded', reason: expect.stringContaining('not on disk') });
    expect([asked, judgements]).toEqual([[], []]);
  });

  it('asks nobody about a text and itself: that is a tie', async () => {
    const { grade, asked } = await gradeJudged(entry, 'the other', () => 'down');
    expect(grade).toEqual({
      status: 'graded',
      score: 0.5,
      passed: true,
      reason: 'tie: both are the same text',
    });
    expect(asked).toEqual([]);
  });

  it('compares with an answer that was empty', async () => {
    const subject = { ...subjectOf('this one'), before: '' };
    const { grade } = await gradeJudged(
      { pairwise: 'x', baseline: true },
      subject,
      orders('first', 'second'),
    );
    expect(grade).toMatchObject({ score: 1 });
  });

  it('passes only what is better where that is wanted', async () => {
    const { grade } = await gradeJudged({ ...entry, threshold: 1 }, 'this one', orders('tie', 'tie'));
    expect(grade).toMatchObject({ score: 0.5, passed: false });
  });

  it('reads verdicts in words, where a prompt has a rule', async () => {
    const verdict = { match: '\\[\\[(\\w+)\\]\\]', means: { A: 'first', B: 'second', C: 'tie' } };
    const judge: FakeJudge = (request) => (standsFirst(request) ? 'The one is short. [[A]]' : 'Short. [[B]]');
    const { grade, judgements } = await gradeJudged(entry, 'this one', judge, { verdict });
    expect(grade).toMatchObject({ score: 1 });
    expect(judgements[0]!.samples.map(({ verdict: said, score, place }) => [said, score, place])).toEqual([
      ['first', 1, 'first'],
      ['second', 1, 'second'],
    ]);
    const off = await gradeJudged(entry, 'this one', () => 'Short. [[D]]', { verdict });
    expect(off.grade).toMatchObject({
      status: 'ungraded',
      reason: expect.stringContaining('not on the menu'),
    });
  });

  it.each([
    [{ pairwise: 'x' }],
    [{ pairwise: 'x', baseline: false }],
    [{ pairwise: 'x', baseline: true, against: 'a' }],
    [{ pairwise: '', baseline: true }],
    [{ pairwise: 'x', against: '' }],
  ])('refuses %j', async (wrong) => {
    await expect(gradeJudged(wrong, 'x', () => 'down')).rejects.toThrow();
  });

  it('is labelled by people as better, tie or worse', async () => {
    const { pairwise } = await import('../../src/graders/pairwise.ts');
    expect(pairwise.menu!({ value: 'x', options: {} })).toEqual({ worse: 0, tie: 0.5, better: 1 });
  });
});
