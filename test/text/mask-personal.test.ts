import fc from 'fast-check';
import { expect, test } from 'vitest';
import { maskPersonal } from '../../src/text/mask-personal.ts';

// Numbers of the card schemes' own test pages, and the IBANs of the registry's examples (ISO 13616, SWIFT registry).
test.each([
  ['Write to ana.b+shop@mail.example.co.uk, please.', 'Write to <email-1>, please.'],
  ['jörg@müller.example or ana@x.example or JÖRG@müller.example', '<email-1> or <email-2> or <email-1>'],
  ['my card 4111 1111 1111 1111 24/27', 'my card <card-1> 24/27'],
  ['378282246310005 and 5555-5555-5555-4444', '<card-1> and <card-2>'],
  ['4111111111111112 has a wrong check digit', '4111111111111112 has a wrong check digit'],
  ['0000 0000 0000 0000', '0000 0000 0000 0000'],
  ['to DE89 3704 0044 0532 0130 00 please', 'to <iban-1> please'],
  ['GB29NWBK60161331926819; gb29 nwbk 6016 1331 9268 19.', '<iban-1>; <iban-2>.'],
  ['DE89 3704 0044 0532 0130 03', 'DE89 3704 0044 0532 0130 03'],
  ['from 192.168.10.254.', 'from <ip-1>.'],
  ['from 2001:db8:0:0:8:800:200c:417a and fe80::1ff:fe23:4567:890a', 'from <ip-1> and <ip-2>'],
  ['version 1.2.3, 300.1.1.1, at 12:30:45, a::b, std::vector', 'version 1.2.3, 300.1.1.1, at 12:30:45, a::b, std::vector'],
  ['call +49 (0)30 901820 or 0049 30 901820', 'call <phone-1> or <phone-2>'],
  ['call (030) 901820, 030/901820 or 555-010-4477', 'call <phone-1>, <phone-2> or <phone-3>'],
  ['order 2024-000123 of 2024-05-03, 12 days, 41.50, A-1047', 'order 2024-000123 of 2024-05-03, 12 days, 41.50, A-1047'],
  ['sk-proj-abcdefghijklmnop1234 ghp_abcdefghijklmnopqrst1234', '<key-1> <key-2>'],
  ['eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0In0.dozjgNryP4J3jVmN', '<key-1>'],
  ['Authorization: Bearer abc.def-ghi_jkl012345', 'Authorization: Bearer <key-1>'],
  ['my password is: none; password=hunter2hunter2', 'my password is: none; password=<key-1>'],
  ['postgres://ana:s3cret@db.example/x', 'postgres://<key-1>@db.example/x'],
  ['-----BEGIN PRIVATE KEY-----\nMIIEv\n-----END PRIVATE KEY----- end', '<key-1> end'],
  ['d41d8cd98f00b204e9800998ecf8427e', '<key-1>'],
  ['3f2504e0-4f89-11d3-9a0c-0305e82c3301 is an id', '3f2504e0-4f89-11d3-9a0c-0305e82c3301 is an id'],
])('%j', (text, masked) => {
  expect(maskPersonal().mask(text)).toBe(masked);
}); // biome-ignore format: one row a line

test('one value has one placeholder in all texts, and what was used is known', () => {
  const { mask, used } = maskPersonal();
  expect(mask('ana@x.example wrote to bo@x.example')).toBe('<email-1> wrote to <email-2>');
  expect(mask('bo@x.example has 192.168.1.1')).toBe('<email-2> has <ip-1>');
  expect(used()).toEqual(['<email-1>', '<email-2>', '<ip-1>']);
});

test('what was masked is masked', () => {
  const word = fc.constantFrom(
    'ana@x.example',
    '4111 1111 1111 1111',
    '+49 30 901820',
    'token=',
    'a1b2c3d4e5',
    ':',
    '10.0.0.1',
    'I',
    '/',
  );
  fc.assert(
    fc.property(fc.array(word), fc.constantFrom(' ', '', ', '), (words, gap) => {
      const masked = maskPersonal().mask(words.join(gap));
      expect(maskPersonal().mask(masked)).toBe(masked);
    }),
  );
});

test('a long text takes no longer than its length', () => {
  const started = performance.now();
  for (const sign of [
    'a',
    '1',
    '1 ',
    'a@',
    ':',
    '+',
    '-',
    '.',
    'key=',
    'DE89 ',
    '0',
    'A1a_',
    'eyJ',
    '//:',
    '0a:',
  ])
    maskPersonal().mask(sign.repeat(2e5 / sign.length));
  expect(performance.now() - started).toBeLessThan(15_000);
});
