import { expect, test } from 'vitest';
import { toEarlyCase } from '../../../src/cli/early/to-early-case.ts';
import type { CaseResult } from '../../../src/domain/case-result.ts';

const one = {
  ...{
    id: 'a',
    weight: 2,
    tags: ['t'],
    group: 'g',
    observe: false,
    digest: 'd',
    gradersDigest: 'x',
    index: 0,
  },
};
const then: CaseResult = {
  ...{ id: 'a', digest: 'd', graders: 'x', passed: 2, of: 3, open: 0, score: 1, weight: 1, tags: [] },
};

test('weight and group are those of today', () => {
  expect(toEarlyCase(one, then, false)).toEqual({
    ...{
      id: 'a',
      weight: 2,
      tags: ['t'],
      group: 'g',
      isCounted: true,
      baseline: { passed: 2, of: 3, open: 0 },
    },
  });
});

test('a tag that was taken off since the baseline counts where the two are compared', () => {
  const before = { ...then, tags: ['critical', 't'] };
  expect(toEarlyCase(one, before, false).tags).toEqual(['t', 'critical']);
  expect(toEarlyCase({ ...one, digest: 'e' }, before, false).tags).toEqual(['t']);
});

test.each([
  ['there was none', one, undefined, false, true],
  ['it was edited', { ...one, digest: 'e' }, then, false, true],
  ['it is graded in another way', { ...one, gradersDigest: 'y' }, then, false, true],
  ['nothing is known of it', one, { ...then, passed: 0, of: 0 }, false, true],
  ['it is in quarantine', one, then, true, false],
  ['it is only observed', { ...one, observe: true }, then, false, false],
] as const)('it is in no pair: %s', (_, now, before, isQuarantined, isCounted) => {
  const seen = toEarlyCase(now, before as CaseResult | undefined, isQuarantined);
  expect(seen.baseline).toBeUndefined();
  expect(seen.isCounted).toBe(isCounted);
});

test('graders that are not known of hold nothing up', () => {
  expect(toEarlyCase(one, { ...then, graders: '' }, false).baseline).toBeDefined();
});
