import fc from 'fast-check';
import { expect, test } from 'vitest';
import { jaccard } from '../../src/text/jaccard.ts';
import { likeRecords } from '../../src/text/like-records.ts';
import { normalized } from '../../src/text/normalized.ts';
import { shingles } from '../../src/text/shingles.ts';

const policy = 'Returns are taken for 30 days, with the receipt, in the shop where it was bought.';
const question = 'Can I still send back the shoes that I bought two weeks ago?';

test.each([
  ['the same question in other case', { question }, { question: ` ${question.toUpperCase()}` }, 1],
  ['a word changed', { question }, { question: question.replace('shoes', 'boots') }, 0.7],
  [
    'one document, two questions',
    { policy, question },
    { policy, question: 'Where is my parcel?' },
    undefined,
  ],
  ['one document, questions alike', { policy, question }, { policy, question: `${question}!` }, 0.9],
  ['a field more', { question }, { question, policy }, undefined],
  ['another number', { question, count: '3' }, { question, count: '4' }, undefined],
  ['another order', { question, order: 'A-2024-00012' }, { question, order: 'A-2024-00013' }, undefined],
  ['an empty field more', { question }, { question, policy: ' ' }, 1],
  ['two empty ones', {}, { question: '' }, 1],
])('%s', (_, left, right, least) => {
  const pairs = [...likeRecords([left, right], 0.5)];
  if (least === undefined) expect(pairs).toEqual([]);
  else expect(pairs).toMatchObject([{ left: 0, right: 1 }]);
  if (least !== undefined) expect(pairs[0]!.likeness).toBeGreaterThanOrEqual(least);
});

/** By the rule as it is told: the same, or three words and more. */
function likenessOf(one: string, other: string): number {
  if (one === other) return 1;
  const isLong = [one, other].every((text) => text.split(' ').length >= 3);
  return isLong ? jaccard(shingles(one), shingles(other)) : 0;
}

const text = fc
  .array(fc.constantFrom('card', 'refund', 'where', 'shoes'), { minLength: 0, maxLength: 5 })
  .map((words) => words.join(' '));
const record = fc.record({ a: text, b: text }, { requiredKeys: [] });

test('it finds what comparing all with all finds', () => {
  fc.assert(
    fc.property(fc.array(record, { maxLength: 8 }), (records) => {
      const even = records.map(({ a = '', b = '' }) => ({ a: normalized(a), b: normalized(b) }));
      const likeness = (one: number, other: number) =>
        Math.min(...(['a', 'b'] as const).map((name) => likenessOf(even[one]![name], even[other]![name])));
      const isFirst = (at: number) =>
        even.findIndex(({ a, b }) => a === even[at]!.a && b === even[at]!.b) === at;
      const expected = records.flatMap((_, right) =>
        records.slice(0, right).flatMap((__, left) => {
          const isSame = even[left]!.a === even[right]!.a && even[left]!.b === even[right]!.b;
          const isPair = isFirst(left) && (isSame || (isFirst(right) && likeness(left, right) >= 0.5));
          return isPair ? [`${left} ${right} ${isSame ? 1 : likeness(left, right)}`] : [];
        }),
      );
      const found = [...likeRecords(records, 0.5)].map(
        (pair) => `${pair.left} ${pair.right} ${pair.likeness}`,
      );
      expect(found.sort()).toEqual(expected.sort());
    }),
  );
});

test('a thousand questions about one document are compared by the question', () => {
  const many = Array.from({ length: 1_000 }, (_, index) => ({
    policy: policy.repeat(50),
    question: `${index * 7919}`,
  }));
  const started = performance.now();
  expect([...likeRecords(many, 0.5)]).toEqual([]);
  expect(performance.now() - started).toBeLessThan(5_000);
});
