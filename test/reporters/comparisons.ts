import type { Comparison } from '../../src/domain/comparison.ts';
import type { Ruling } from '../../src/domain/summary.ts';
import { makeComparison, makeFlip, makeSlice, makeTested, makeUnpaired } from './make-comparison.ts';

/** A comparison as it comes out of a run, with the rulings that go with it. */
export type Scene = { comparison: Comparison; rulings: Ruling[] };

const accepted = makeComparison().baseline.accepted!;
const lost = makeFlip('opened-box', {
  tags: ['refund'],
  expected: 'The item is eligible for a refund because the box was opened by the courier.',
  before: 'The item is eligible for a refund: the courier opened the box.',
  got: 'The item is not eligible for a refund because the box was opened.',
  reasons: ['equals: not equal to the expected answer'],
  redrawn: { passed: 0, of: 2, verdict: 'regressed' },
});
const short = (name: string, extra: Parameters<typeof makeFlip>[1] = {}) =>
  makeFlip(name, {
    tags: ['refund'],
    expected: 'eligible',
    before: 'eligible',
    got: 'not eligible',
    reasons: ['equals: expected "eligible", found "not eligible"'],
    ...extra,
  });
const won = (name: string) =>
  makeFlip(name, { direction: 'gain', tags: ['billing'], expected: 'yes', before: 'no', got: 'yes' });

/** The product's own example: better as a whole, and one slice of the gate is worse. */
const failBySlice: Scene = {
  comparison: makeComparison({
    verdict: 'FAIL',
    all: makeTested({
      pairs: 114,
      losses: 5,
      gains: 13,
      baseline: 0.842,
      low: 0.0,
      high: 0.146,
      notWorse: 0.0001,
      worse: 0.985,
      detectable: 0.105,
      casesToPass: 391,
    }),
    slices: [
      makeSlice('refund', {
        verdict: 'FAIL',
        pairs: 38,
        losses: 7,
        gains: 1,
        baseline: 36 / 38,
        low: -0.309,
        high: -0.021,
        worse: 0.0176,
        worseAdjusted: 0.0352,
      }),
      makeSlice('billing', { pairs: 64, losses: 0, gains: 6, baseline: 0.8125, low: 0.03, high: 0.19 }),
      makeSlice('gifts', {
        verdict: 'INCONCLUSIVE',
        isTooSmall: true,
        pairs: 9,
        losses: 1,
        gains: 0,
        baseline: 1,
        low: -0.44,
        high: 0.21,
      }),
    ],
    explored: [
      {
        kind: 'adversarial',
        name: 'injection',
        pairs: 20,
        losses: 5,
        gains: 0,
        baseline: 0.9,
        candidate: 0.65,
        q: 0.063,
      },
      {
        kind: 'tag',
        name: 'courier',
        pairs: 12,
        losses: 2,
        gains: 1,
        baseline: 0.75,
        candidate: 2 / 3,
        q: 1,
      },
      { kind: 'grader', name: 'polite', pairs: 114, losses: 0, gains: 0, baseline: 1, candidate: 1, q: 1 },
    ],
    flips: [
      lost,
      short('bought-10-days-ago', {
        tags: ['refund', 'critical'],
        redrawn: { passed: 3, of: 7, verdict: 'flaky' },
      }),
      short('gift', { adversarial: 'typo', redrawn: { passed: 5, of: 5, verdict: 'cleared' } }),
      won('invoice-1'),
      won('invoice-2'),
    ],
    flipTotals: { losses: 7, gains: 13, redrawn: 3, regressed: 1, flaky: 1, cleared: 1, open: 0 },
    inputs: [
      {
        what: 'prompt',
        before: 'refund-policy@v3',
        after: 'refund-policy@v4',
        diff: '--- refund-policy@v3\n+++ refund-policy@v4\n@@ -1,2 +1,2 @@\n You decide on refunds.\n-A gift is never refunded.\n+A gift is refunded to its buyer.\n',
      },
      { what: 'served', before: 'gpt-5-mini-2026-01-15', after: 'gpt-5-mini-2026-02-20' },
    ],
  }),
  rulings: [
    { rule: 'comparison', verdict: 'pass', sentence: '(the ruling on all cases)' },
    { rule: 'slice', verdict: 'fail', sentence: '(the ruling on slice `refund`)' },
  ],
};

const passButLower: Scene = {
  comparison: makeComparison({
    all: makeTested({ losses: 4, gains: 1, baseline: 0.905, low: -0.042, high: 0.009, notWorse: 0.021 }),
    flips: [short('late-parcel'), won('invoice-3')],
  }),
  rulings: [{ rule: 'comparison', verdict: 'pass', sentence: '(the ruling on all cases)' }],
};

const inconclusive: Scene = {
  comparison: makeComparison({
    verdict: 'INCONCLUSIVE',
    all: makeTested({
      verdict: 'INCONCLUSIVE',
      pairs: 50,
      losses: 3,
      gains: 2,
      baseline: 0.88,
      low: -0.123,
      high: 0.08,
      notWorse: 0.27,
      worse: 0.5,
      detectable: 0.111,
      casesToPass: 310,
    }),
    flips: [short('late-parcel')],
  }),
  rulings: [{ rule: 'comparison', verdict: 'inconclusive', sentence: '(the ruling on all cases)' }],
};

const stale: Scene = {
  comparison: makeComparison({
    verdict: 'FAIL',
    all: makeTested({
      verdict: 'FAIL',
      losses: 22,
      gains: 4,
      low: -0.14,
      high: -0.042,
      worse: 0.0003,
      worseAdjusted: 0.0003,
    }),
    slices: [
      makeSlice('refund', { verdict: 'FAIL', pairs: 60, losses: 9, gains: 0, low: -0.26, high: -0.08 }),
    ],
    flips: [short('late-parcel')],
    flipTotals: { losses: 22, gains: 4, redrawn: 0, regressed: 0, flaky: 0, cleared: 0, open: 0 },
    inputs: [],
    canary: { pairs: 25, losses: 8, gains: 0, p: 0.0078, moved: true },
    stale:
      'The provider moved since the baseline was accepted: of 25 cases that it was asked again, 8 newly fail and 0 newly pass (exact McNemar p = .008).',
  }),
  rulings: [{ rule: 'stale', verdict: 'incomplete', sentence: '(the ruling that the baseline is stale)' }],
};

/** All that can be in the way of pairs: removed, changed, new, graded otherwise, in quarantine, without a verdict. */
const unpaired: Scene = {
  comparison: makeComparison({
    all: makeTested({ losses: 0, gains: 2, baseline: 0.97, low: -0.01, high: 0.036 }),
    missing: { cases: 3, worst: 'INCONCLUSIVE', best: 'PASS' },
    verdict: 'INCONCLUSIVE',
    because: '3 cases have no verdict, and they decide',
    flips: [won('invoice-1'), won('invoice-2')],
    unpaired: {
      removed: [makeUnpaired('hard-1', false), makeUnpaired('hard-2', false), makeUnpaired('easy', true)],
      added: ['new-1', 'new-2', 'new-3', 'new-4', 'new-5', 'new-6', 'new-7'].map((name) =>
        makeUnpaired(name, undefined, name !== 'new-2'),
      ),
      changed: [makeUnpaired('edited', true, false)],
      regraded: [makeUnpaired('judged-1', true, true), makeUnpaired('judged-2', false, false)],
      quarantined: [makeUnpaired('flaky-upstream', true, false)],
      observed: [makeUnpaired('watched', false)],
    },
    stopped: { after: 140, of: 200, by: 'e-process', low: -0.018, high: 0.051 },
    canary: { pairs: 25, losses: 1, gains: 0, p: 1, moved: false },
  }),
  rulings: [{ rule: 'comparison', verdict: 'inconclusive', sentence: '(the ruling on all cases)' }],
};

const repeats: Scene = {
  comparison: makeComparison({
    verdict: 'FAIL',
    baseline: { label: 'baseline', arm: 'refund-policy@v3 · openai:gpt-5-mini', repeat: 5, accepted },
    candidate: {
      label: 'run 20260301-120000-abc123',
      arm: 'refund-policy@v4 · openai:gpt-5-mini',
      repeat: 3,
    },
    all: makeTested({
      path: 'clustered',
      interval: 'CR2 t',
      losses: 9,
      gains: 6,
      baseline: 0.912,
      low: -0.031,
      high: 0.008,
      midP: undefined,
      notWorse: null,
    }),
    slices: [
      makeSlice('refund', {
        path: 'clustered',
        verdict: 'FAIL',
        pairs: 38,
        losses: 7,
        gains: 1,
        baseline: 0.947,
        worse: 0.012,
        worseAdjusted: 0.024,
        low: -0.27,
        high: -0.04,
      }),
    ],
    flips: [
      short('late-parcel', { baseline: { passed: 5, of: 5 }, candidate: { passed: 1, of: 3 } }),
      makeFlip('invoice-1', {
        direction: 'gain',
        baseline: { passed: 1, of: 5 },
        candidate: { passed: 3, of: 3 },
      }),
    ],
    repeats: {
      k: 3,
      baseline: { passAtK: 0.98, passHatK: 0.84 },
      candidate: { passAtK: 0.975, passHatK: 0.81 },
      byRepeats: 0.23,
    },
    score: { baseline: 0.934, candidate: 0.921, effect: -0.013, low: -0.03, high: 0.004 },
  }),
  rulings: [{ rule: 'slice', verdict: 'fail', sentence: '(the ruling on slice `refund`)' }],
};

/** These cases and no others matter, and answers do not change from one time to the next. */
const deterministic: Scene = {
  comparison: makeComparison({
    target: 'suite',
    verdict: 'FAIL',
    because: '1 case that passed fails now, and none may',
    all: makeTested({
      verdict: 'INCONCLUSIVE',
      pairs: 40,
      losses: 1,
      gains: 0,
      baseline: 1,
      low: -0.129,
      high: 0.05,
    }),
    flips: [short('late-parcel')],
    usage: {
      baseline: { usdPerCase: null, p50: null, p95: null, inputTokens: null, outputTokens: null },
      candidate: { usdPerCase: 0, p50: 3, p95: 5, inputTokens: null, outputTokens: null },
    },
  }),
  rulings: [{ rule: 'flips', verdict: 'fail', sentence: '(the ruling on flips)' }],
};

const manyFlips: Scene = {
  comparison: makeComparison({
    verdict: 'FAIL',
    all: makeTested({
      verdict: 'FAIL',
      pairs: 4000,
      losses: 1240,
      gains: 31,
      baseline: 0.93,
      low: -0.317,
      high: -0.288,
      worse: 1e-9,
      worseAdjusted: 1e-9,
    }),
    flips: Array.from({ length: 200 }, (_, n) => short(`case-${n + 1}`)),
    flipTotals: { losses: 1240, gains: 31, redrawn: 0, regressed: 0, flaky: 0, cleared: 0, open: 0 },
  }),
  rulings: [{ rule: 'comparison', verdict: 'fail', sentence: '(the ruling on all cases)' }],
};

const same: Scene = {
  comparison: makeComparison({
    all: makeTested({ losses: 0, gains: 0, low: -0.019, high: 0.019, detectable: null, notWorse: 0.00003 }),
    inputs: [],
  }),
  rulings: [{ rule: 'comparison', verdict: 'pass', sentence: '(the ruling on all cases)' }],
};

/** One of each kind, by the name of its golden pages. */
export const comparisons = {
  'fail-by-slice': failBySlice,
  'pass-but-lower': passButLower,
  inconclusive,
  stale,
  unpaired,
  repeats,
  deterministic,
  'many-flips': manyFlips,
  same,
} satisfies Record<string, Scene>;
