import { expect, test } from 'vitest';
import { gapTest } from '../../src/stats/gap-test.ts';
import { near } from './near.ts';

/** R 4.2: function(d, sd, h, sh) { t <- (d - h) / sqrt(sd^2 + sh^2); c(t, pnorm(-t)) } */
test.each([
  [0.08, 0.02, 0.01, 0.03, 1.941450686788302, 0.02610181767065731],
  [0.05, 0.02, 0.05, 0.03, 0, 0.5],
  [0.2, 0.03, -0.05, 0.05, 4.287464628562721, 9.036201187114988e-6],
  [-0.02, 0.02, 0.03, 0.02, -1.767766952966369, 0.9614500641282291],
  [0.05, 0.02, 0, 0.02, 1.767766952966369, 0.03854993587177089],
])('%d ± %d seen, %d ± %d unseen', (seen, seenError, unseen, unseenError, z, p) => {
  const found = gapTest(
    { effect: seen, standardError: seenError },
    { effect: unseen, standardError: unseenError },
  );
  expect(found.z).toBeCloseTo(z, 12);
  near(found.p, p, 1e-12);
});

test('a gain without an error would prove anything', () => {
  expect(() => gapTest({ effect: 0.1, standardError: 0 }, { effect: 0, standardError: 0.1 })).toThrow(
    RangeError,
  );
});
