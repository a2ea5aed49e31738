import { expect, it } from 'vitest';
import { sentences } from '../../src/text/sentences.ts';

it.each([
  ['One. Two! Three? “Four.” Five…', ['One.', 'Two!', 'Three?', '“Four.”', 'Five…']],
  [
    'Dr. A. B. Smith of the U.S. Army left, e.g. by car.',
    ['Dr. A. B. Smith of the U.S. Army left, e.g. by car.'],
  ],
  ['Pi is 3.14. It is not 3.', ['Pi is 3.14.', 'It is not 3.']],
  ['1. First point.\n2. Second point.', ['1. First point.', '2. Second point.']],
  ['A heading\n\nA sentence.', ['A heading', 'A sentence.']],
  ['no capitals here. not one.', ['no capitals here.', 'not one.']],
  ['He wrote foo.bar today.', ['He wrote foo.bar today.']],
  ['你好。再见！', ['你好。', '再见！']],
  ['Das ist z.B. so. Und so weiter.', ['Das ist z.B. so.', 'Und so weiter.']],
  ['***', []],
  ['', []],
])('%j', (text, expected) => {
  expect(sentences(text)).toEqual(expected);
});

it.each(['!', '。', '"', '. (', 'a. '])('a megabyte of %j is cut in good time', (piece) => {
  const start = performance.now();
  sentences(piece.repeat(Math.floor(1_000_000 / piece.length)));
  expect(performance.now() - start).toBeLessThan(5000);
});
