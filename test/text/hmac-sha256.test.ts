import { expect, test } from 'vitest';
import { hmacSha256 } from '../../src/text/hmac-sha256.ts';

test('as in test case 2 of RFC 4231', () => {
  expect(hmacSha256('Jefe', 'what do ya want for nothing?')).toBe(
    '5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843',
  );
});
