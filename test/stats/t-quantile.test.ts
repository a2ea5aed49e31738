import { expect, test } from 'vitest';
import { tQuantile } from '../../src/stats/t-quantile.ts';
import { near } from './near.ts';

// R 4.2: sprintf("%.17g", qt(p, df))
test.each([
  [0.975, 1, 12.706204736174694],
  [0.975, 2, 4.3026527297494619],
  [0.975, 2.5, 3.5746548420036919],
  [0.95, 5, 2.0150483733330224],
  [0.975, 9.3, 2.2510822246844402],
  [0.025, 30, -2.0422724563012382],
  [0.995, 100, 2.6258905214380182],
  [0.975, 1e6, 1.9599663568141066],
  [0.9999, 3, 22.203742273205002],
  [0.6, 0.7, 0.35603136523467072],
])('%d of t with %d degrees lies at %d', (p, df, t) => near(tQuantile(p, df), t, 1e-9));

test('far above ten million degrees it is the normal one', () => {
  near(tQuantile(0.975, 1e8), 1.9599640082627663, 1e-7);
  expect(tQuantile(0.5, 3)).toBe(0);
  expect(tQuantile(1, 3)).toBe(Number.POSITIVE_INFINITY);
});
