import { expect, test } from 'vitest';
import { goldenPeak } from '../../src/stats/golden-peak.ts';

test.each([
  ['inside', (x: number) => 3 - (x - 0.3) ** 2, 3],
  ['at the low end', (x: number) => -x, 0],
  ['at the high end', (x: number) => x, 1],
  ['flat', () => 7, 7],
])('a peak %s', (_, f, peak) => expect(goldenPeak(f, 0, 1)).toBeCloseTo(peak, 7));
