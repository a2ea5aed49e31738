import { expect, test } from 'vitest';
import { flips } from '../../../src/analyze/compare/flips.ts';
import { judgeCases } from '../../../src/analyze/compare/judge-cases.ts';
import type { Flip } from '../../../src/domain/comparison.ts';
import { makeCase } from './make-results.ts';

type Redrawn = NonNullable<Flip['redrawn']>['verdict'];
/** What became of a case: kept, lost (with what fresh draws said), won, or without a verdict on a side. */
type Fate = 'kept' | 'lost' | 'won' | 'open' | 'unknown before' | Redrawn;

const open = { passed: 0, of: 0, open: 1 };

function judge(fates: Fate[], rule: { allowed?: number; isDeterministic?: boolean } = {}) {
  const redrawn = new Map<string, NonNullable<Flip['redrawn']>>();
  const pairs = fates.map((fate, index) => {
    const id = `c${index}`;
    if (fate === 'regressed' || fate === 'cleared' || fate === 'flaky')
      redrawn.set(id, { passed: 1, of: 2, verdict: fate });
    const isKept = fate === 'kept' || fate === 'won' || fate === 'unknown before';
    const before = fate === 'unknown before' ? open : { passed: fate === 'won' ? 0 : 1 };
    const after = fate === 'open' ? open : { passed: isKept ? 1 : 0 };
    return { id, baseline: makeCase(id, before), candidate: makeCase(id, after) };
  });
  const found = flips(pairs, redrawn, { baseline: {}, candidate: {} });
  return judgeCases(pairs, found, { allowed: 0, isDeterministic: false, ...rule });
}

test.each<[Fate[], object, string, string]>([
  [['kept', 'won'], {}, 'PASS', 'no case newly fails for certain (0 allowed)'],
  [['regressed', 'kept'], {}, 'FAIL', '1 case newly fails for certain (0 allowed)'],
  [['regressed', 'regressed'], { allowed: 1 }, 'FAIL', '2 cases newly fail for certain (1 allowed)'],
  [['regressed', 'kept'], { allowed: 1 }, 'PASS', '1 case newly fails for certain (1 allowed)'],
  [['cleared', 'kept'], {}, 'PASS', 'no case newly fails for certain (0 allowed)'],
  [
    ['flaky'],
    {},
    'INCONCLUSIVE',
    'no case newly fails for certain (0 allowed), 1 that newly fails could be noise',
  ],
  [
    ['lost', 'lost'],
    {},
    'INCONCLUSIVE',
    'no case newly fails for certain (0 allowed), 2 that newly fail could be noise',
  ],
  [
    ['lost'],
    { allowed: 1 },
    'PASS',
    'no case newly fails for certain (1 allowed), 1 that newly fails could be noise',
  ],
  [['lost'], { isDeterministic: true }, 'FAIL', '1 case newly fails for certain (0 allowed)'],
  [['cleared'], { isDeterministic: true }, 'PASS', 'no case newly fails for certain (0 allowed)'],
])('%j under %j is %s', (fates, rule, verdict, because) => {
  expect(judge(fates, rule)).toEqual({ verdict, because });
});

test.each<[Fate[], object, string, object]>([
  [['open', 'kept'], {}, 'INCONCLUSIVE', { cases: 1, worst: 'FAIL', best: 'PASS' }],
  [['open', 'kept'], { allowed: 1 }, 'PASS', { cases: 1, worst: 'PASS', best: 'PASS' }],
  [['open', 'regressed'], {}, 'FAIL', { cases: 1, worst: 'FAIL', best: 'FAIL' }],
  [['unknown before', 'kept'], {}, 'PASS', { cases: 1, worst: 'PASS', best: 'PASS' }],
])('what has no verdict: %j under %j is %s', (fates, rule, verdict, missing) => {
  expect(judge(fates, rule)).toMatchObject({ verdict, missing });
});

test('a case that failed now, and had no verdict before, could be a loss', () => {
  const pairs = [{ id: 'a', baseline: makeCase('a', open), candidate: makeCase('a', { passed: 0 }) }];
  const rule = { allowed: 0, isDeterministic: true };
  expect(judgeCases(pairs, [], rule)).toMatchObject({ verdict: 'INCONCLUSIVE', missing: { worst: 'FAIL' } });
});
