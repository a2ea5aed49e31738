import { expect, test } from 'vitest';
import type { Comparison } from '../../../src/domain/comparison.ts';
import { sensitivity } from '../../../src/reporters/wording/sensitivity.ts';
import { makeComparison, makeTested } from '../make-comparison.ts';

const seen = 'drops of 4.5 points or more would have been seen 4 times in 5';
const needed = 'an unchanged candidate passes here with about 310 cases';
const least = 'fewer than 59 cases can never pass at a margin of 5.0 points';

test.each<[string, Partial<Comparison>, string[]]>([
  ['PASS', { all: makeTested({ detectable: 0.045 }) }, [seen]],
  [
    'INCONCLUSIVE',
    { verdict: 'INCONCLUSIVE', all: makeTested({ detectable: 0.045, casesToPass: 310 }) },
    [seen, needed],
  ],
  [
    'too few for any PASS',
    { verdict: 'INCONCLUSIVE', all: makeTested({ pairs: 50, detectable: null, casesToPass: 310 }) },
    ['no drop would have been seen 4 times in 5', least, needed],
  ],
  [
    'few groups of many cases',
    { all: makeTested({ path: 'clustered', clusters: 20, detectable: 0.045 }) },
    [seen, least],
  ],
  ['FAIL', { verdict: 'FAIL', all: makeTested({ verdict: 'FAIL', detectable: 0.045 }) }, []],
  ['these cases are all that matters', { target: 'suite', verdict: 'INCONCLUSIVE' }, []],
  ['a stale baseline', { stale: 'The provider moved.' }, []],
  ['no pairs', { all: makeTested({ pairs: 0 }) }, []],
])('%s', (_name, extra, parts) => expect(sensitivity(makeComparison(extra))).toEqual(parts));
