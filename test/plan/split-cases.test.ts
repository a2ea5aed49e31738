import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { caseFamilies } from '../../src/plan/case-families.ts';
import { type SplitCase, splitCases } from '../../src/plan/split-cases.ts';
import { splitSizes } from '../../src/plan/split-sizes.ts';
import { sha256 } from '../../src/text/sha256.ts';

const toCase = (id: string, rest: Partial<SplitCase> = {}): SplitCase => ({
  id,
  vars: { message: sha256(id) },
  tags: [],
  ...rest,
});

test('a family: a group, parents and children, near duplicates, over several steps', () => {
  const message = 'I bought these shoes 12 days ago, can I still send them back to you?';
  const cases = [
    toCase('a', { group: 'thread 1' }),
    toCase('b', { vars: { message } }),
    toCase('c', { vars: { message: message.replace('shoes', 'boots') }, group: 'thread 1' }),
    toCase('d'),
    toCase('b/typo', { parent: 'b', adversarial: 'typo' }),
    toCase('e', { parent: 'not here' }),
    toCase('f', { group: 'thread 2' }),
  ];
  expect(caseFamilies(cases)).toEqual([0, 0, 0, 3, 0, 5, 6]);
});

const drawn = fc
  .array(
    fc.record({
      family: fc.nat(12),
      tag: fc.constantFrom('refund', 'card', 'other'),
      isAttack: fc.boolean(),
    }),
    { minLength: 1, maxLength: 40 },
  )
  .map((rows) =>
    rows.map(({ family, tag, isAttack }, index) =>
      toCase(`case ${index}`, {
        group: `family ${family}`,
        tags: [tag],
        ...(isAttack && { adversarial: 'typo' }),
      }),
    ),
  );
const options = fc.record({ share: fc.constantFrom(0.1, 0.3, 0.5, 0.8), seed: fc.nat(100) });

/** All numbers of cases that whole families can make. */
function sums(cases: readonly SplitCase[]): Set<number> {
  const sizes = [...new Set(cases.map(({ group }) => group))].map(
    (group) => cases.filter((one) => one.group === group).length,
  );
  const found = new Set([0]);
  for (const size of sizes) for (const sum of [...found]) found.add(sum + size);
  return found;
}

describe('a split', () => {
  test('is all cases, each once, and cuts no family', () => {
    fc.assert(
      fc.property(drawn, options, (cases, how) => {
        const { dev, holdout, families } = splitCases(cases, how);
        expect([...dev, ...holdout].sort((a, b) => cases.indexOf(a) - cases.indexOf(b))).toEqual(cases);
        const groups = (some: readonly SplitCase[]) => new Set(some.map(({ group }) => group));
        expect([...groups(dev)].filter((group) => groups(holdout).has(group))).toEqual([]);
        expect(families).toBe(groups(cases).size);
      }),
    );
  });

  test('comes as near to the share as whole families can', () => {
    fc.assert(
      fc.property(drawn, options, (cases, how) => {
        const off = (count: number) => Math.abs(count - how.share * cases.length);
        const nearest = Math.min(...[...sums(cases)].map(off));
        expect(off(splitCases(cases, how).holdout.length)).toBeCloseTo(nearest, 9);
      }),
    );
  });

  test('is the same for the same seed, whatever the order of the cases', () => {
    fc.assert(
      fc.property(drawn, options, (cases, how) => {
        const ids = (some: readonly SplitCase[]) =>
          splitCases(some, how)
            .holdout.map(({ id }) => id)
            .sort();
        expect(ids([...cases].reverse())).toEqual(ids(cases));
      }),
    );
  });

  test('has its share of each tag and each kind, to within one case, where every case is by itself', () => {
    const counts = fc
      .array(fc.nat(30), { minLength: 1, maxLength: 6 })
      .filter((all) => all.some((n) => n > 0));
    fc.assert(
      fc.property(counts, options, (all, how) => {
        const cases = all.flatMap((count, tag) =>
          Array.from({ length: count }, (_, index) =>
            toCase(`${tag} ${index}`, tag === 0 ? { adversarial: 'typo' } : { tags: [`tag ${tag}`] }),
          ),
        );
        const { holdout } = splitCases(cases, how);
        for (const [tag, count] of all.entries()) {
          const taken = holdout.filter(({ id }) => id.startsWith(`${tag} `)).length;
          expect(Math.abs(taken - how.share * count)).toBeLessThan(1);
        }
      }),
    );
  });

  test('another seed takes other cases', () => {
    const cases = Array.from({ length: 60 }, (_, index) => toCase(`case ${index}`));
    const takenAt = (seed: number) => splitCases(cases, { share: 0.5, seed }).holdout.map(({ id }) => id);
    expect(takenAt(1)).not.toEqual(takenAt(2));
    // Each case is taken about as often as the others: 40 draws of a half.
    const times = new Map<string, number>();
    for (let seed = 0; seed < 40; seed++)
      for (const id of takenAt(seed)) times.set(id, (times.get(id) ?? 0) + 1);
    expect(Math.min(...times.values())).toBeGreaterThan(8);
    expect(Math.max(...times.values())).toBeLessThan(32);
  });

  test('of ten tags with one case each some are taken', () => {
    const rare = Array.from({ length: 10 }, (_, index) =>
      toCase(`rare ${index}`, { tags: [`tag ${index}`] }),
    );
    const many = Array.from({ length: 100 }, (_, index) => toCase(`many ${index}`, { tags: ['many'] }));
    const { holdout } = splitCases([...many, ...rare], { share: 0.3, seed: 7 });
    expect(holdout.filter(({ id }) => id.startsWith('rare'))).toHaveLength(3);
    expect(holdout).toHaveLength(33);
  });
});

test('families of one size: about the share of each size, as far as the sum allows', () => {
  expect(splitSizes([{ size: 5, count: 2 }, { size: 3, count: 3 }], 9 / 19)).toEqual([0, 3]);
  expect(splitSizes([{ size: 6, count: 50 }], 0.3)).toEqual([15]);
  expect(splitSizes([{ size: 6, count: 10 }, { size: 1, count: 40 }], 0.3)).toEqual([3, 12]);
  expect(splitSizes([{ size: 1, count: 9_999 }], 0.5)).toEqual([4_999]);
}); // biome-ignore format: one list a line
