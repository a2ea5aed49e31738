import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fingerprintsOf } from '../../../src/analyze/leaks/fingerprints-of.ts';
import { fingerprintsSchema } from '../../../src/domain/fingerprints-schema.ts';

const words = fc
  .array(fc.constantFrom('card', 'refund', 'where', 'is', 'my', 'when', 'it', 'não', '卡'), { maxLength: 60 })
  .map((parts) => ({ text: parts.join(' ') }));

test('they are what the schema says, and the order of the texts changes nothing', () => {
  fc.assert(
    fc.property(fc.array(words, { maxLength: 8 }), fc.string(), (texts, key) => {
      const made = fingerprintsOf(texts, key);
      expect(fingerprintsSchema.parse(JSON.parse(JSON.stringify(made)))).toEqual(made);
      expect(fingerprintsOf([...texts].reverse(), key)).toEqual(made);
    }),
  );
});

test('another key gives other marks', () => {
  const text = 'I bought these shoes 12 days ago, can I still send them back to you?';
  const marks = (key: string) =>
    fingerprintsOf([{ text }], key).texts.flatMap(({ whole, runs = [], shingles = [] }) => [
      whole,
      ...runs,
      ...shingles,
    ]);
  expect(marks('one').filter((mark) => marks('two').includes(mark))).toEqual([]);
});

test('a text of fewer than 20 characters has none, equal ones have one, an answer has no bands', () => {
  expect(fingerprintsOf([{ text: 'where is my refund' }], 'key').texts).toEqual([]);
  const text = 'where is my refund?? !';
  expect(fingerprintsOf([{ text }, { text: text.toUpperCase() }], 'key').texts).toHaveLength(1);
  const [answer] = fingerprintsOf([{ text, isAnswer: true }], 'key').texts;
  expect(answer).toMatchObject({ isAnswer: true, words: 4 });
  expect(answer).not.toHaveProperty('bands');
});

test('a long text has a fingerprint of a few kilobytes', () => {
  const text = Array.from({ length: 5_000 }, (_, index) => `word${index}`).join(' ');
  expect(JSON.stringify(fingerprintsOf([{ text }], 'key')).length).toBeLessThan(2_000);
});
