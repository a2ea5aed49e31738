import { expect, test } from 'vitest';
import { type CompareOptions, compare } from '../../../src/analyze/compare/compare.ts';
import { comparison } from '../../../src/analyze/rules/comparison.ts';
import type { CaseResult } from '../../../src/domain/case-result.ts';
import type { Gate } from '../../../src/domain/gate.ts';
import { acceptance, makeCase, makeCases, makeSide, plainArm, plainGate } from '../compare/make-results.ts';
import { makeRow } from '../make-row.ts';

const numbers = (from: number, to: number) => Array.from({ length: to - from }, (_, i) => from + i);

type Extra = { gate?: Partial<Gate>; digest?: string; options?: Partial<CompareOptions> };

/** The rulings of a comparison, a line each. */
function say(
  before: CaseResult[],
  after: CaseResult[],
  { gate, digest = 'bbbb', options }: Extra = {},
): string[] {
  const arm = { ...plainArm, promptDigest: digest };
  const compared = compare(makeSide(before, {}, { accepted: acceptance }), makeSide(after, { arm }), {
    gate: { ...plainGate, ...gate },
    isPartial: false,
    ...options,
  });
  return comparison(compared).map(({ rule, verdict, sentence }) => `${rule} ${verdict}: ${sentence}`);
}

test('PASS says by how much it is not worse, and what that rests on', () => {
  expect(say(makeCases(200, numbers(0, 5)), makeCases(200, numbers(5, 10)))).toEqual([
    'comparison pass: PASS: not worse than the baseline by more than 5.0 points (exact p = .007, 200 pairs, 5 losses, 5 gains; 97.5 % after 97.5 %, 0.0 points, 95 % interval −3.6 to +3.6).',
  ]);
});

test('a drop that is proven and smaller than the margin is a PASS that says so', () => {
  const [sentence] = say(makeCases(1000), makeCases(1000, numbers(0, 8)));
  expect(sentence).toMatch(
    /^comparison pass: PASS, but 0\.8 points lower: not worse than the baseline by more than 5\.0 points \(/,
  );
});

test('FAIL says how much worse', () => {
  expect(say(makeCases(200, numbers(0, 5)), makeCases(200, numbers(0, 30)))).toEqual([
    'comparison fail: FAIL: worse than the baseline (exact p < .001, 200 pairs, 25 losses, 0 gains; 85.0 % after 97.5 %, −12.5 points, 95 % interval −17.8 to −8.6).',
  ]);
});

test('INCONCLUSIVE says what fits, how many cases would do, and what these can see', () => {
  const [sentence] = say(makeCases(200, numbers(0, 5)), makeCases(200, numbers(3, 11)), {
    gate: { margin: 3 },
  });
  expect(sentence).toMatch(
    /^comparison inconclusive: INCONCLUSIVE: anything from −\d\.\d to \+\d\.\d points fits; a margin of 3\.0 points at 4\.5 % flips needs about \d{3} cases; this suite can see drops of \d\.\d points \(exact p = \.\d\d for "not worse" and = \.\d\d for "worse", 200 pairs, 6 losses, 3 gains; /,
  );
});

test('the flips of the baseline against itself are what the number of cases rests on', () => {
  const of = (discordance: number) =>
    say(makeCases(200), makeCases(200, [1, 2]), { gate: { margin: 2 }, options: { discordance } })[0];
  expect(of(0.1)).toContain('a margin of 2.0 points at 10.0 % flips needs about 1,5');
});

test('too few cases can never PASS, and that is said', () => {
  expect(say(makeCases(20), makeCases(20))).toEqual([
    'comparison inconclusive: INCONCLUSIVE: anything from −16.1 to +16.1 points fits; it cannot PASS: a margin of 5 points needs 59 cases, and there are 20; this suite can see drops of 27.8 points (exact p = .36 for "not worse" and = 1 for "worse", 20 pairs, 0 losses, 0 gains; 100 % after 100 %, 0.0 points, 95 % interval −16.1 to +16.1).',
  ]);
});

test('an interval that says more than the test is called approximate', () => {
  const [lower] = say(makeCases(30), makeCases(30, numbers(0, 4)));
  expect(lower).toMatch(
    /^comparison inconclusive: INCONCLUSIVE: anything from −\d\d\.\d to −\d\.\d points fits by the interval, which is approximate: the test decides; .*and = \.06 for "worse"/,
  );
  const tags = { tags: ['refund'] };
  const slices = [makeCases(40, [], tags), makeCases(40, numbers(0, 5), tags)] as const;
  const [holm] = say(...slices, { gate: { slices: ['refund'] } });
  expect(holm).toMatch(
    /INCONCLUSIVE: anything from −\d\d\.\d to −\d\.\d points fits by the interval, which is not corrected for the slices: the test after Holm decides; /,
  );
});

test('where cases are repeated, passing less often is not called a loss', () => {
  const repeated = (passed: number) => makeCases(100, [], { passed, of: 3 });
  const after = repeated(3).map((one, i) => (i < 2 ? { ...one, passed: 2 } : one));
  const lane = { repeat: 3 };
  const compared = compare(makeSide(repeated(3), lane), makeSide(after, lane), {
    ...{ gate: plainGate, isPartial: false },
  });
  const [{ sentence } = { sentence: '' }] = comparison(compared);
  expect(sentence).toContain('100 pairs, 2 pass less often, 0 more often; ');
  expect(sentence).not.toContain('loss');
});

test('groups are told, as they are what is counted', () => {
  const grouped = (failed: number[]) =>
    makeCases(200, failed).map((one, i) => ({ ...one, group: `g${i % 80}` }));
  const [sentence] = say(grouped(numbers(0, 5)), grouped(numbers(5, 10)));
  expect(sentence).toContain('clustered p = ');
  expect(sentence).toContain('200 pairs in 80 groups, 5 losses, 5 gains');
});

const tagged = (n: number, lost: number) => [
  ...makeCases(300),
  ...numbers(0, n).map((i) => makeCase(`r${i}`, { tags: ['refund'], passed: i < lost ? 0 : 1 })),
];

test('a slice that got worse fails by itself', () => {
  const [overall, slice] = say(tagged(60, 0), tagged(60, 6), { gate: { slices: ['refund'] } });
  expect(overall).toMatch(/^comparison pass: PASS, but 1\.7 points lower/);
  expect(slice).toMatch(
    /^slice fail: FAIL in slice `refund`: worse than the baseline \(exact p = \.03 after Holm, 60 pairs, 6 losses, 0 gains; 90\.0 % after 100 %/,
  );
});

test('a slice that is too small is told, and holds nothing up', () => {
  const lines = say(tagged(20, 0), tagged(20, 1), { gate: { slices: ['refund'] } });
  expect(lines[1]).toBe(
    'slice warn: Slice `refund` is too small to say that it is not worse (95.0 % after 100 %): a margin of 5 points needs 59 cases, and there are 20. It holds no PASS up, and 20 pairs can still FAIL.',
  );
  const [, none] = say(tagged(0, 0), tagged(0, 0), { gate: { slices: ['refund'] } });
  expect(none).toContain('none of its cases has a pair');
});

test('a slice is not left by a tag that is taken off', () => {
  const bare = tagged(60, 6).map((one) => ({ ...one, tags: [] }));
  const lines = say(tagged(60, 0), bare, { gate: { slices: ['refund'] } });
  expect(lines[1]).toMatch(/^slice fail: FAIL in slice `refund`/);
  expect(lines[2]).toBe(
    'baseline warn: 60 cases lost the tag `refund` (r0, r1, r2, r3, r4, …): they count as the baseline has them, until a new one is accepted.',
  );
});

test('cases that weigh or are grouped otherwise count as in the baseline, and that is told', () => {
  const heavy = makeCases(200).map((one, i) => (i < 20 ? { ...one, weight: 10 } : one));
  const light = makeCases(200, numbers(0, 20)).map((one, i) => (i === 30 ? { ...one, group: 'g' } : one));
  const lines = say(heavy, light);
  expect(lines[0]).toMatch(/^comparison fail: .* 47\.4 % after 100 %/);
  expect(lines[1]).toBe(
    'baseline warn: 20 cases weigh otherwise (c0, c1, c2, c3, c4, …); 1 case is grouped otherwise (c30): they count as the baseline has them, until a new one is accepted.',
  );
});

const open = (from: number, to: number) =>
  numbers(from, to).map((i) => makeCase(`c${i}`, { passed: 0, of: 0, open: 1 }));

test('what has no verdict leaves it open, and both ways are named', () => {
  expect(say(makeCases(100), [...makeCases(90), ...open(90, 100)])).toEqual([
    'comparison inconclusive: INCONCLUSIVE: 10 cases without a verdict decide: FAIL if all of it failed, PASS if all of it passed (those that have one: 90 pairs, 0 losses, 0 gains; 100 % after 100 %, 0.0 points, 95 % interval −4.1 to +4.1).',
  ]);
});

test('what has no verdict and changes nothing is counted all the same', () => {
  expect(say(makeCases(300), [...makeCases(299), ...open(299, 300)])[0]).toMatch(
    / 1 case without a verdict changes nothing: counted as failed and as passed, the verdict is the same\.$/,
  );
});

test('what is missing in a slice leaves that slice open, not proven', () => {
  const after = tagged(70, 0).map((one) =>
    one.tags.length > 0 && Number(one.id.slice(1)) < 6 ? { ...one, passed: 0, of: 0, open: 1 } : one,
  );
  const lines = say(tagged(70, 0), after, { gate: { slices: ['refund'] } });
  expect(lines[0]).toContain(
    'INCONCLUSIVE: 6 cases without a verdict decide: FAIL if all of it failed, PASS if',
  );
  expect(lines[1]).toMatch(
    /^slice inconclusive: INCONCLUSIVE in slice `refund`: what has no verdict could turn it/,
  );
});

test('cases that are not compared are told, those that failed before by name', () => {
  const after = [
    ...makeCases(95).slice(2),
    makeCase('c0', { digest: 'e', passed: 0 }),
    makeCase('c1', { graders: 'h' }),
    makeCase('new'),
  ];
  expect(say(makeCases(100, [97, 98]), after)[1]).toBe(
    'baseline warn: 7 cases of the baseline are not compared: 5 removed, 2 of which FAILED before (c97, c98); 1 edited, 1 of which now fails (c0); 1 graded in another way (c1).',
  );
  expect(say(makeCases(60), [...makeCases(60), makeCase('new')])).toHaveLength(1);
});

test('where nothing can be compared the next step is a new baseline', () => {
  const other = makeCases(100).map((one) => ({ ...one, graders: 'h' }));
  expect(say(makeCases(100), other)).toEqual([
    'baseline incomplete: The gate cannot decide: no case can be compared (100 graded in another way). Look at it, then accept a new baseline: `evals baseline accept`.',
  ]);
});

test('where the provider moved, that is all that the comparison says', () => {
  const gate = { slices: ['refund'] };
  expect(say(tagged(60, 0), tagged(60, 20), { gate, digest: 'aaaa' })).toEqual([
    'stale incomplete: The answers got worse, but prompt, model, settings, graders and files are those of the baseline: the provider moved since it was accepted. Look at it, then accept a new baseline: `evals baseline accept`.',
  ]);
});

test('where exactly these cases matter the lost ones decide; a sample that is worse is told beside', () => {
  const gate = { target: 'suite' as const, flips: 1 };
  const lines = say(makeCases(100), makeCases(100, [3, 4]), { gate });
  expect(lines).toEqual([
    'flips inconclusive: INCONCLUSIVE: no case newly fails for certain (1 allowed), 2 that newly fail could be noise: c3, c4.',
  ]);
  const [main, sample] = say(makeCases(100), makeCases(100, numbers(0, 9)), { gate: { ...gate, flips: 20 } });
  expect(main).toContain(
    'flips pass: PASS: no case newly fails for certain (20 allowed), 9 that newly fail could be noise',
  );
  expect(sample).toMatch(/^comparison warn: Were these cases a sample: FAIL: /);
});

test('a loss that fresh answers cleared is not named', () => {
  const redraws = numbers(2, 7).map((repeat) => makeRow({ case: 'c3', arm: plainArm.id, repeat }));
  const [main] = say(makeCases(100), makeCases(100, [3, 4]), {
    gate: { target: 'suite' },
    options: { redraws },
  });
  expect(main).toBe(
    'flips inconclusive: INCONCLUSIVE: no case newly fails for certain (0 allowed), 1 that newly fails could be noise: c4.',
  );
});
