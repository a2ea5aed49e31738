import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import type { Check } from '../../src/domain/check.ts';
import type { Grade } from '../../src/domain/grade.ts';
import { defineGrader } from '../../src/domain/grader.ts';
import { applyCheck } from '../../src/graders/apply-check.ts';
import { graders } from '../../src/graders/index.ts';
import { checkOf } from './check-of.ts';
import { toolsOf } from './grade-entry.ts';
import { subjectOf } from './subject-of.ts';

const giving = (grade: () => Grade | Promise<Grade>, more: Partial<Check> = {}): Check => ({
  grader: defineGrader({ name: 'x', summary: '', example: '', value: z.unknown(), options: {}, grade }),
  name: 'x',
  value: null,
  options: {},
  weight: 1,
  not: false,
  source: {},
  ...more,
});
const graded = (score: number, passed = score === 1): Grade => ({
  status: 'graded',
  score,
  passed,
  reason: 'r',
});
const apply = (check: Check) => applyCheck(check, subjectOf('a'), toolsOf());
const fails = (): Grade => {
  throw new Error('two\nlines');
};

describe('applyCheck', () => {
  it.each<[string, Check, Grade]>([
    ['passes a grade on', giving(() => graded(0.4, true)), graded(0.4, true)],
    [
      'a threshold decides, and is said',
      giving(() => graded(0.4, true), { threshold: 0.5 }),
      { ...graded(0.4, false), reason: 'r; 50.0 % is needed' },
    ],
    ['a threshold is met', giving(() => graded(0.3), { threshold: 0.3 }), graded(0.3, true)],
    ['rounding is no failure', giving(() => graded(0.3), { threshold: 0.1 + 0.2 }), graded(0.3, true)],
    [
      'not turns round',
      giving(() => graded(0.25), { not: true }),
      { ...graded(0.75, true), reason: 'not: r' },
    ],
    [
      'not comes after the threshold',
      giving(() => graded(0.25), { not: true, threshold: 0.2 }),
      { ...graded(0.75, false), reason: 'not: r' },
    ],
    [
      'ungraded stays ungraded',
      giving(() => ({ status: 'ungraded', reason: 'u' }), { not: true }),
      { status: 'ungraded', reason: 'u' },
    ],
    ['a crash is ungraded', giving(fails), { status: 'ungraded', reason: 'two lines' }],
  ])('%s', (_, check, expected) => {
    expect(apply(check)).toEqual(expected);
  });

  it.each([Number.NaN, -0.1, 1.1])('a score of %s is ungraded', (score) => {
    expect(apply(giving(() => graded(score)))).toMatchObject({ status: 'ungraded' });
  });

  it('waits for a grader that waits, and a rejection is ungraded', async () => {
    await expect(apply(giving(async () => graded(1), { not: true }))).resolves.toMatchObject({
      score: 0,
      passed: false,
    });
    await expect(apply(giving(() => Promise.reject(new Error('down'))))).resolves.toEqual({
      status: 'ungraded',
      reason: 'down',
    });
  });

  it('every grader of the shelf answers at once when it is prepared, but module and those that ask a judge', async () => {
    for (const grader of graders.all().filter(({ name, needs }) => name !== 'module' && needs !== 'judge')) {
      const { parse } = await import('yaml');
      const check = await checkOf(
        JSON.parse(JSON.stringify(parse(grader.example)).replaceAll('"$expect"', '"7"')),
      );
      expect(apply(check), grader.name).not.toBeInstanceOf(Promise);
    }
  });

  it('grades more than 10,000 cases a second by three plain graders', async () => {
    const entries = [
      { equals: 'eligible' },
      { contains: ['a', 'b'], ignoreCase: true },
      { matches: '\\d+ days' },
    ];
    const checks = await Promise.all(entries.map(checkOf));
    const subject = subjectOf('You can return it within 30 days; it is eligible.');
    const tools = toolsOf();
    const start = performance.now();
    for (let at = 0; at < 10_000; at++) for (const check of checks) applyCheck(check, subject, tools);
    expect(performance.now() - start).toBeLessThan(1000);
  });
});
