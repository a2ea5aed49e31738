import { expect, test } from 'vitest';
import { pairCases } from '../../../src/analyze/compare/pair-cases.ts';
import { makeCase, makeSide } from './make-results.ts';

const pairing = (
  before: ReturnType<typeof makeCase>[],
  after: ReturnType<typeof makeCase>[],
  options = {},
  unseen = 0,
) => pairCases(makeSide(before), makeSide(after, {}, { unseen }), { isPartial: false, ...options });

const ids = (list: readonly { case: string }[]) => list.map((one) => one.case);

test('cases are paired by their id, whatever their order', () => {
  const { pairs } = pairing([makeCase('c10'), makeCase('c2')], [makeCase('c2'), makeCase('c10')]);
  expect(pairs.map(({ id }) => id)).toEqual(['c2', 'c10']);
});

test.each([
  ['edited', { digest: 'e' }, 'changed'],
  ['graded in another way', { graders: 'h' }, 'regraded'],
  ['edited and graded in another way', { digest: 'e', graders: 'h' }, 'changed'],
] as const)('a case that is %s has no pair', (_name, extra, kind) => {
  const { pairs, unpaired } = pairing([makeCase('a'), makeCase('b')], [makeCase('a'), makeCase('b', extra)]);
  expect(pairs.map(({ id }) => id)).toEqual(['a']);
  expect(unpaired[kind]).toEqual([
    { case: 'b', tags: [], baseline: { passed: 1, of: 1 }, candidate: { passed: 1, of: 1 } },
  ]);
});

test.each([
  ['', 'h'],
  ['g', ''],
])('graders that are not known ("%s", "%s") are no other graders', (before, after) => {
  const { pairs } = pairing([makeCase('a', { graders: before })], [makeCase('a', { graders: after })]);
  expect(pairs).toHaveLength(1);
});

test('weight and group of a pair are those of the baseline, and its tags those of both sides', () => {
  const before = makeCase('a', { weight: 5, group: 'g', tags: ['critical', 'x'] });
  const after = makeCase('a', { passed: 0, weight: 1, group: 'h', tags: ['y', 'x'] });
  expect(pairing([before], [after]).pairs[0]!.candidate).toEqual({
    ...after,
    ...{ weight: 5, group: 'g', tags: ['y', 'x', 'critical'] },
  });
  const { group: _, ...alone } = before;
  expect(pairing([alone], [after]).pairs[0]!.candidate).not.toHaveProperty('group');
});

test('a case that was edited keeps the tags of both sides too', () => {
  const before = makeCase('a', { tags: ['critical'] });
  const { changed } = pairing([before], [makeCase('a', { digest: 'e', tags: ['y'] })]).unpaired;
  expect(changed[0]!.tags).toEqual(['y', 'critical']);
});

test('what was added and removed is listed with how it came out', () => {
  const { pairs, unpaired } = pairing([makeCase('a', { passed: 0, tags: ['t'] })], [makeCase('b')]);
  expect(pairs).toEqual([]);
  expect(unpaired).toMatchObject({
    removed: [{ case: 'a', tags: ['t'], baseline: { passed: 0, of: 1 } }],
    added: [{ case: 'b', tags: [], candidate: { passed: 1, of: 1 } }],
  });
});

test('quarantined cases are in no pair, on whichever side they are', () => {
  const quarantine = ['a', 'b', 'c'].map((id) => ({ case: id, reason: 'flaky', until: '2026-12-01' }));
  const { pairs, unpaired } = pairing([makeCase('a'), makeCase('b')], [makeCase('a'), makeCase('c')], {
    quarantine,
  });
  expect(pairs).toEqual([]);
  expect(ids(unpaired.quarantined)).toEqual(['a', 'b', 'c']);
  expect([...unpaired.removed, ...unpaired.added]).toEqual([]);
});

test('in a part of the suite a case that was not chosen is not removed', () => {
  const before = [makeCase('a'), makeCase('b')];
  expect(pairing(before, [makeCase('a')], { isPartial: true }).unpaired.removed).toEqual([]);
  expect(pairing(before, [makeCase('a')], { isPartial: true }, 1).pairs).toHaveLength(1);
  const stopped = { after: 1, of: 2, by: 'curtailment', low: -1, high: 1 };
  expect(pairing(before, [makeCase('a')], { stopped }).unpaired.removed).toEqual([]);
});

test('where planned cases have no row, a case that only the baseline knows has no verdict', () => {
  const { pairs, unpaired } = pairing([makeCase('a'), makeCase('b')], [makeCase('a')], {}, 1);
  expect(unpaired.removed).toEqual([]);
  expect(pairs[1]).toMatchObject({ id: 'b', candidate: { passed: 0, of: 0, open: 1, score: null } });
});
