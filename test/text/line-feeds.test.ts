import fc from 'fast-check';
import { expect, test } from 'vitest';
import { lineFeeds } from '../../src/text/line-feeds.ts';

const bytes = (text: string) => new TextEncoder().encode(text);

test.each([
  { text: 'a\nb\n', lines: ['a', 'b'] },
  { text: 'a\n\nb', lines: ['a', '', 'b'] },
  { text: 'a\u2028b\u2029c\rd\n', lines: ['a\u2028b\u2029c\rd'] },
  { text: '\ufeffa\n', lines: ['a'] },
  { text: '', lines: [] },
  { text: '\n', lines: [''] },
])('$text is cut on line feeds alone', ({ text, lines }) => {
  const feeds = lineFeeds();
  const found = [...feeds.push(bytes(text)), feeds.end()].filter((line) => line !== undefined);
  expect(found.map((line) => line.text)).toEqual(lines);
  expect(found.map((line) => line.number)).toEqual(lines.map((_, at) => at + 1));
});

test('offsets and sizes are bytes', () => {
  expect(lineFeeds().push(bytes('é\nab\n'))).toEqual([
    { text: 'é', offset: 0, size: 2, number: 1 },
    { text: 'ab', offset: 3, size: 2, number: 2 },
  ]);
});

test('a line longer than the limit is refused, however it arrives', () => {
  expect(() => lineFeeds(3).push(bytes('abcd'))).toThrow('line 1 is longer than 3 bytes');
  const feeds = lineFeeds(3);
  feeds.push(bytes('abc\nab'));
  expect(() => feeds.push(bytes('cd'))).toThrow('line 2 is longer than 3 bytes');
});

test('chunks may be cut anywhere, inside a character too', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: 'grapheme' }),
      fc.infiniteStream(fc.integer({ min: 1, max: 5 })),
      (text, cuts) => {
        const whole = bytes(text.replaceAll('\ufeff', ''));
        const feeds = lineFeeds();
        const found: string[] = [];
        for (let at = 0; at < whole.length; ) {
          const size = cuts.next().value;
          found.push(...feeds.push(whole.slice(at, at + size)).map((line) => line.text));
          at += size;
        }
        const last = feeds.end();
        if (last) found.push(last.text);
        const lines = new TextDecoder().decode(whole).split('\n');
        if (lines.at(-1) === '') lines.pop();
        expect(found).toEqual(lines);
      },
    ),
  );
});
