import fc from 'fast-check';
import { expect, test } from 'vitest';
import { tfIdf } from '../../src/text/tf-idf.ts';

// By hand, for the documents [a b] and [a a c]: idf(a) = ln(3/3) + 1 = 1, idf(b) = idf(c) = ln(3/2) + 1 = 1.405465.
// Document 1 is (a 1, b 1.405465), length sqrt(1 + 1.975332) = 1.724915.
// Document 2 is (a 2, c 1.405465), length sqrt(4 + 1.975332) = 2.444449.
test.each([
  { query: ['a'], cosines: [0.579739, 0.81818] }, // 1 / 1.724915, 2 / 2.444449
  { query: ['b'], cosines: [0.814803, 0] }, // 1.405465 / 1.724915
  { query: ['a', 'b'], cosines: [1, 0.474331] }, // 2 / (1.724915 × 2.444449)
  { query: ['a', 'a', 'c'], cosines: [0.474331, 1] },
  { query: ['b', 'unseen'], cosines: [0.814803, 0] },
  { query: ['unseen'], cosines: [0, 0] },
  { query: [], cosines: [0, 0] },
])('cosines of $query', ({ query, cosines }) => {
  const found = tfIdf([
    ['a', 'b'],
    ['a', 'a', 'c'],
  ]).similarities(query);
  expect(found).toHaveLength(2);
  for (const [at, cosine] of cosines.entries()) expect(found[at]).toBeCloseTo(cosine, 5);
});

test('no documents give no similarities, and an empty one is like nothing', () => {
  expect(tfIdf([]).similarities(['a'])).toHaveLength(0);
  expect([...tfIdf([[], ['a']]).similarities(['a'])]).toEqual([0, 1]);
});

const terms = fc.array(fc.constantFrom('a', 'b', 'c', 'd', 'e'), { maxLength: 8 });

test('similarities are between 0 and 1, and a document is most like itself', () => {
  fc.assert(
    fc.property(fc.array(terms, { minLength: 1, maxLength: 6 }), (documents) => {
      const index = tfIdf(documents);
      documents.forEach((document, own) => {
        const found = [...index.similarities(document)];
        for (const similarity of found) {
          expect(similarity).toBeGreaterThanOrEqual(0);
          expect(similarity).toBeLessThanOrEqual(1 + 1e-9);
        }
        if (document.length > 0) expect(found[own]).toBeCloseTo(1, 9);
      });
    }),
  );
});
