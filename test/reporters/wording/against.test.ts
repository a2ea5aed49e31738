import { expect, test } from 'vitest';
import { against } from '../../../src/reporters/wording/against.ts';
import { makeComparison } from '../make-comparison.ts';

test('the reason is quoted, so that it is read as somebody said it', () => {
  const { baseline } = makeComparison();
  const accepted = { ...baseline.accepted!, reason: 'again' };
  expect(against({ ...baseline, accepted })).toBe(
    'against the baseline of 2026-11-20, accepted by Ada: "again"',
  );
});
