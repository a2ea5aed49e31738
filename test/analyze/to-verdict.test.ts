import { expect, test } from 'vitest';
import { toVerdict } from '../../src/analyze/to-verdict.ts';
import type { Ruling } from '../../src/domain/summary.ts';

const ruling = (verdict: Ruling['verdict'], rule: Ruling['rule'] = 'comparison'): Ruling => ({
  ...{ rule, verdict, sentence: 'A sentence.' },
});
const stale = ruling('incomplete', 'stale');

test.each<[string, Ruling[], 'warn' | 'fail' | undefined, string, number]>([
  ['nothing to say', [], undefined, 'PASS', 0],
  ['a warning', [ruling('warn'), ruling('pass')], undefined, 'PASS', 0],
  ['neither', [ruling('inconclusive'), ruling('pass')], undefined, 'INCONCLUSIVE', 0],
  ['neither, and the gate warns', [ruling('inconclusive')], 'warn', 'INCONCLUSIVE', 0],
  ['neither, and the gate blocks', [ruling('inconclusive')], 'fail', 'INCONCLUSIVE', 3],
  ['broken comes before neither', [ruling('inconclusive'), ruling('incomplete')], undefined, 'INCOMPLETE', 3],
  ['stale comes before broken', [ruling('incomplete', 'errors'), stale], undefined, 'STALE', 3],
  ['a proven failure comes before all', [ruling('inconclusive'), stale, ruling('fail')], 'fail', 'FAIL', 1],
])('%s', (_name, rulings, inconclusive, verdict, exitCode) => {
  expect(toVerdict(rulings, inconclusive ? { inconclusive } : {})).toEqual({ verdict, exitCode });
});
