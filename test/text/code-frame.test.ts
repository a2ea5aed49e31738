import fc from 'fast-check';
import { expect, test } from 'vitest';
import { codeFrame } from '../../src/text/code-frame.ts';

test('the line before, the line, and a caret under the spot', () => {
  expect(codeFrame('one\ntwo\nthree', 3, 2, 3)).toBe('  2 | two\n> 3 | three\n       ^^^');
  expect(codeFrame('one', 1, 1)).toBe('> 1 | one\n      ^');
});

test('a blank line before is left out; tabs keep the caret in its place', () => {
  expect(codeFrame('a\n\n\tb', 3, 2)).toBe('> 3 |  b\n       ^');
});

test('Windows line ends leave no trace', () => {
  expect(codeFrame('a: 1\r\nb: 2\r\n', 2, 4)).toBe('  1 | a: 1\n> 2 | b: 2\n         ^');
});

test('a part of a file is counted in lines of the file', () => {
  expect(codeFrame('x\ny', 42, 1, 1, 41)).toBe('  41 | x\n> 42 | y\n       ^');
});

test.each(['', '\nmore'])(
  'a line of 50 MB (and then %j) gives a short frame, with the caret under the spot',
  (rest) => {
    const source = `${'a'.repeat(25_000_000)}!${'b'.repeat(25_000_000)}${rest}`;
    const start = performance.now();
    const [line, caret] = codeFrame(source, 1, 25_000_001).split('\n');
    expect(line!.length).toBeLessThan(200);
    expect(performance.now() - start).toBeLessThan(1000);
    expect(line![caret!.indexOf('^')]).toBe('!');
  },
);

test('the caret stands under the spot, wherever it is', () => {
  const text = fc.string({ unit: fc.constantFrom('a', 'b', ' ', '\t'), minLength: 1, maxLength: 300 });
  fc.assert(
    fc.property(text, fc.nat(), (before, at) => {
      const column = (at % before.length) + 1;
      const source = `${before.slice(0, column - 1)}!${before.slice(column)}`;
      const [line, caret] = codeFrame(source, 1, column).split('\n');
      expect(line![caret!.indexOf('^')]).toBe('!');
    }),
  );
});
