import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import type { JudgeSample } from '../../../src/domain/judgement.ts';
import { settleSamples } from '../../../src/graders/judging/settle-samples.ts';

const scores: Record<string, number> = { fail: 0, poor: 0.25, fair: 0.5, good: 0.75, pass: 1 };
const samples = (...verdicts: string[]): JudgeSample[] =>
  verdicts.map((verdict, index) => ({ verdict, score: scores[verdict]!, reason: `reason ${index + 1}` }));

describe('what samples come to', () => {
  it.each([
    ['one', ['pass'], 1, { verdict: 'pass', score: 1, reason: 'reason 1' }],
    ['none', [], 1, undefined],
    ['two of three', ['fail', 'pass', 'pass'], 3, { verdict: 'pass', score: 1, reason: '2 of 3: reason 2' }],
    [
      'two of three before the third',
      ['pass', 'pass'],
      3,
      { verdict: 'pass', score: 1, reason: '2 of 2: reason 1' },
    ],
    ['one of three as yet', ['pass'], 3, undefined],
    ['one each', ['pass', 'fail'], 2, undefined],
    ['half', ['pass', 'pass', 'fail', 'fair'], 4, undefined],
    ['the most, but not most of all', ['pass', 'pass', 'fail', 'fair', 'poor'], 5, undefined],
    [
      'three of five where two say nothing',
      ['fail', 'fail', 'fail'],
      5,
      { verdict: 'fail', score: 0, reason: '3 of 3: reason 1' },
    ],
  ])('the majority of %s', (_, verdicts, planned, settled) => {
    expect(settleSamples(samples(...verdicts), planned, 'majority')).toEqual(settled);
  });

  it.each([
    ['one', ['fair'], 1, { verdict: 'fair', score: 0.5, reason: 'reason 1' }],
    ['none', [], 1, undefined],
    ['three', ['fail', 'good', 'good'], 3, { verdict: 'good', score: 0.5, reason: 'reason 2' }],
    ['two of three', ['fail', 'fair'], 3, { verdict: 'fail', score: 0.25, reason: 'reason 1' }],
    ['too few of four', ['pass', 'pass'], 4, undefined],
  ])('the mean of %s', (_, verdicts, planned, settled) => {
    expect(settleSamples(samples(...verdicts), planned, 'mean')).toEqual(settled);
  });

  it.each([
    ['one', ['fair'], 1, { verdict: 'fair', score: 0.5, reason: 'reason 1' }],
    ['none', [], 1, undefined],
    ['three', ['pass', 'fail', 'good'], 3, { verdict: 'good', score: 0.75, reason: 'reason 3' }],
    ['two, the lower', ['pass', 'fair'], 2, { verdict: 'fair', score: 0.5, reason: 'reason 2' }],
    ['too few of four', ['pass', 'pass'], 4, undefined],
  ])('the middle one of %s', (_, verdicts, planned, settled) => {
    expect(settleSamples(samples(...verdicts), planned, 'median')).toEqual(settled);
  });
});

const some = fc.array(fc.constantFrom(...Object.keys(scores)), { minLength: 1, maxLength: 9 });

test('the middle one reaches a threshold just when more than half do', () => {
  fc.assert(
    fc.property(some, fc.constantFrom(...Object.values(scores)), (verdicts, threshold) => {
      const reach = verdicts.filter((verdict) => scores[verdict]! >= threshold).length;
      const settled = settleSamples(samples(...verdicts), verdicts.length, 'median')!;
      expect(settled.score >= threshold).toBe(reach * 2 > verdicts.length);
    }),
  );
});

test('nothing is decided by half of what is asked for, and a majority no more changes', () => {
  fc.assert(
    fc.property(some, fc.constantFrom('majority', 'mean', 'median'), (verdicts, settle) => {
      const all = samples(...verdicts);
      for (let count = 0; count <= all.length; count += 1) {
        const settled = settleSamples(all.slice(0, count), all.length, settle);
        if (count * 2 <= all.length) expect(settled).toBeUndefined();
        else if (settled && settle === 'majority')
          expect(settleSamples(all, all.length, settle)?.verdict).toBe(settled.verdict);
      }
    }),
  );
});
