import fc from 'fast-check';
import { expect, test } from 'vitest';
import { maskAddresses } from '../../src/text/mask-addresses.ts';

test.each([
  ['https://api.example/v1', 'https://api.example/v1'],
  ['https://ann:s3cret@api.example/v1', 'https://[redacted]@api.example/v1'],
  ['http:https://ann@api.example/answer?key=abc&x=1', 'http:https://[redacted]@api.example/answer?[redacted]'],
  ['at http://a:p/w@x@host:1/ and http://b.example?k', 'at http://[redacted]@host:1/ and http://b.example?[redacted]'],
  ['socks5://u:p@proxy:1080', 'socks5://[redacted]@proxy:1080'],
  ['ann@example.com asks: why? c://', 'ann@example.com asks: why? c://'],
])('%s', (text, masked) => {
  expect(maskAddresses(text)).toBe(masked);
}); // biome-ignore format: a table

test('neither user nor password nor query is left, whatever they are', () => {
  const word = fc.stringMatching(/^[A-Za-z0-9!$&()*+,;=%_.~:-]{6,20}$/);
  fc.assert(
    fc.property(word, word, (user, query) => {
      const masked = maskAddresses(`see https://${user}0000@host.example/v1?${query}1111 there`);
      expect(masked).toBe('see https://[redacted]@host.example/v1?[redacted] there');
    }),
  );
});
