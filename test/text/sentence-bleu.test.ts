import { expect, it } from 'vitest';
import { sentenceBleu } from '../../src/text/sentence-bleu.ts';

const words = (text: string) => text.split(' ').filter(Boolean);

it.each([
  ['a perfect match', 'a b c d', ['a b c d'], 1],
  ['nothing shared', 'a b', ['c d'], 0],
  ['no reference', 'a', [], 0],
  ['no words', '', ['a'], 0],
  // p1 3/4, p2 1/3, p3 and p4 matchless: 1/(2*2) and 1/(4*1); no brevity penalty.
  ['smoothing', 'a b x d', ['a b c d'], ((3 / 4) * (1 / 3) * (1 / 4) * (1 / 4)) ** (1 / 4)],
  // All of the one and two words match; the sentence is half as long: exp(1 - 4/2).
  ['brevity', 'a b', ['a b c d'], Math.exp(-1)],
  // Lengths 2 and 4 are as close to 3: the shorter counts, so no penalty; p1 3/3, p2 2/2, p3 1/1.
  ['the shorter of two references as close', 'a b c', ['a b', 'a b c d'], 1],
  ['clipping: "the" counts twice', 'the the the', ['the cat the'], ((2 / 3) * (1 / 4) * (1 / 4)) ** (1 / 3)],
])('%s', (_, output, references, expected) => {
  expect(sentenceBleu(words(output), references.map(words))).toBeCloseTo(expected, 12);
});
