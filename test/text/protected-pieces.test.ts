import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { protectedPieces } from '../../src/text/protected-pieces.ts';

const marked = (text: string, marks?: string[]) =>
  protectedPieces(text, marks)
    .map((piece) => (piece.isProtected ? `[${piece.text}]` : piece.text))
    .join('');

describe('what is protected in a text', () => {
  it.each([
    [
      'order numbers',
      'My order A-1234/77 and #12, also order 12 or room 101, or 00123456.',
      'My order [A-1234/77] and [#12], also [order 12] or [room 101], or [00123456].',
    ],
    ['names with digits', 'The 1st gpt-5-mini in v1.2.3 of X2', 'The [1st] [gpt-5-mini] in [v1.2.3] of [X2]'],
    [
      'dates',
      'On 12 March 2024, 2024-03-12T10:00Z, 12.03.2024, March 3rd, the 3. Mai and 3/4',
      'On [12 March 2024], [2024-03-12T10:00Z], [12.03.2024], [March 3rd], the [3. Mai] and [3/4]',
    ],
    ['times', 'At 14:30, 2 pm, 9 Uhr or 10h15', 'At [14:30], [2 pm], [9 Uhr] or [10h15]'],
    [
      'amounts',
      'It cost $1,299.50, then 12 EUR, 5,99 €, CHF 20, 3 million dollars and 20 %.',
      'It cost [$1,299.50], then [12 EUR], [5,99 €], [CHF 20], [3 million dollars] and [20 %].',
    ],
    [
      'addresses',
      'See https://shop.example.com/a?b=1, www.example.org. Or example.com/x; mail anna.b@example.co.uk!',
      'See [https://shop.example.com/a?b=1], [www.example.org]. Or [example.com/x]; mail [anna.b@example.co.uk]!',
    ],
    ['telephone numbers', 'Call +49 (30) 123-4567 now', 'Call [+49 (30) 123-4567] now'],
    [
      'code and quotations',
      'Run `npm test`, “as it is”, „genau so“, «tel quel» and "this".',
      'Run [`npm test`], [“as it is”], [„genau so“], [«tel quel»] and ["this"].',
    ],
    [
      'placeholders',
      'Dear {{ name }}, {id} and \u0024{x} or {% if a %}',
      'Dear [{{ name }}], [{id}] and [\u0024{x}] or [{% if a %}]',
    ],
    [
      'text without spaces between its words',
      '我在12天前买的，订单号12345678，价格￥300。',
      '我在12天前买的，订单号[12345678]，价格[￥300]。',
    ],
  ])('%s', (_, text, shown) => {
    expect(marked(text)).toBe(shown);
  });

  it('is not what only looks like it', () => {
    const plain = 'I may come in March, it is 12 days and 1,234 people; and/or "nothing.';
    expect(marked(plain)).toBe(plain);
  });

  it('is also what the author marks, wherever it stands', () => {
    expect(marked('Blue Heron, not the blue heron, Blue Heron', ['Blue Heron', ''])).toBe(
      '[Blue Heron], not the blue heron, [Blue Heron]',
    );
  });

  it('is one piece where two of them overlap', () => {
    expect(marked('"order A-12 of 3 May"', ['12 of'])).toBe('["order A-12 of 3 May"]');
  });
});

test('the pieces are the text, none is empty, and protected ones never touch', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), fc.array(fc.string({ maxLength: 3 })), (text, marks) => {
      const pieces = protectedPieces(text, marks);
      expect(pieces.map((piece) => piece.text).join('')).toBe(text);
      expect(pieces.every((piece) => piece.text !== '')).toBe(true);
      expect(pieces.every((piece, at) => piece.isProtected !== pieces[at + 1]?.isProtected)).toBe(true);
    }),
  );
});

test('100 kB take no longer than a moment, whatever they are', () => {
  const units = [
    'a',
    '1',
    '"',
    '`',
    '{',
    '.',
    '#',
    '1.',
    'a.',
    '1-',
    '$',
    '1,',
    '“',
    '«',
    'http://',
    'a@',
    '- ',
    'march ',
    '{{',
    '\n',
    '1 ',
    '+1',
    'a1/',
    'eur ',
    'a b@c.',
    'www.',
  ];
  for (const unit of units) {
    const text = unit.repeat(Math.ceil(100_000 / unit.length));
    const start = performance.now();
    protectedPieces(text);
    expect(performance.now() - start, JSON.stringify(unit)).toBeLessThan(2000);
  }
});
