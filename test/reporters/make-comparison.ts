import type { Comparison, Flip, NamedTest, Tested, Unpaired } from '../../src/domain/comparison.ts';

/** A test over 200 pairs that came out PASS with five losses and five gains. */
export function makeTested(extra: Partial<Tested> = {}): Tested {
  const pairs = extra.pairs ?? 200;
  const [losses, gains] = [extra.losses ?? 5, extra.gains ?? 5];
  const baseline = extra.baseline ?? 0.9;
  const candidate = baseline + (gains - losses) / Math.max(1, pairs);
  return {
    verdict: 'PASS',
    pairs,
    clusters: pairs,
    losses,
    gains,
    discordance: (losses + gains) / Math.max(1, pairs),
    baseline,
    candidate,
    effect: candidate - baseline,
    low: -0.033,
    high: 0.033,
    interval: 'Tango',
    path: 'exact',
    notWorse: 0.007,
    worse: 0.623,
    worseAdjusted: 0.623,
    different: 1,
    midP: 0.754,
    detectable: 0.039,
    casesToPass: 124,
    leastCases: 59,
    ...extra,
  };
}

export function makeSlice(name: string, extra: Partial<NamedTest> = {}): NamedTest {
  return { ...makeTested(extra), isTooSmall: false, ...extra, name };
}

/** One answer that was right and is wrong, or the reverse. */
export function makeFlip(name: string, extra: Partial<Flip> = {}): Flip {
  const isLoss = extra.direction !== 'gain';
  const [right, wrong] = [
    { passed: 1, of: 1 },
    { passed: 0, of: 1 },
  ];
  return {
    case: name,
    direction: 'loss',
    tags: [],
    weight: 1,
    baseline: isLoss ? right : wrong,
    candidate: isLoss ? wrong : right,
    reasons: [],
    ...extra,
  };
}

export function makeUnpaired(name: string, before?: boolean, now?: boolean): Unpaired {
  const tally = (passed: boolean) => ({ passed: passed ? 1 : 0, of: 1 });
  return {
    case: name,
    tags: [],
    ...(before === undefined ? {} : { baseline: tally(before) }),
    ...(now === undefined ? {} : { candidate: tally(now) }),
  };
}

const usage = { usdPerCase: 0.0012, p50: 1200, p95: 2300, inputTokens: 812, outputTokens: 90 };

/** v4 against the accepted v3, with nothing of note but what is said. */
export function makeComparison(extra: Partial<Comparison> = {}): Comparison {
  const flips = extra.flips ?? [];
  const times = (direction: Flip['direction']) => flips.filter((flip) => flip.direction === direction).length;
  return {
    baseline: {
      label: 'baseline',
      arm: 'refund-policy@v3 · openai:gpt-5-mini',
      prompt: 'refund-policy@v3',
      repeat: 1,
      accepted: {
        at: '2026-11-20T09:00:00.000Z',
        by: 'Ada <ada@example.org>',
        reason: 'the first that refuses gifts',
        run: '20261120-090000-aaaaaa',
        evals: '0.1.0',
      },
    },
    candidate: {
      label: 'run 20260301-120000-abc123',
      arm: 'refund-policy@v4 · openai:gpt-5-mini',
      prompt: 'refund-policy@v4',
      repeat: 1,
    },
    margin: 0.05,
    confidence: 0.95,
    target: 'population',
    verdict: 'PASS',
    all: makeTested(),
    slices: [],
    explored: [],
    flips,
    flipTotals: {
      losses: times('loss'),
      gains: times('gain'),
      redrawn: 0,
      regressed: 0,
      flaky: 0,
      cleared: 0,
      open: 0,
    },
    unpaired: { added: [], removed: [], changed: [], regraded: [], quarantined: [], observed: [] },
    inputs: [{ what: 'prompt', before: 'refund-policy@v3', after: 'refund-policy@v4' }],
    usage: { baseline: usage, candidate: { ...usage, usdPerCase: 0.0013, p95: 2500, inputTokens: 845 } },
    ...extra,
  };
}

/** A comparison in which every text that is not ours is `text`, and every part of the page is there. */
export function hostileComparison(text: string): Comparison {
  const plain = makeComparison();
  const losses = ['', '2', '3'].map((tail) =>
    makeFlip(`${text}${tail}`, {
      tags: [text],
      adversarial: text,
      reasons: [text],
      ...(tail === '3' ? {} : { expected: text }),
      before: `${text}!`,
      got: `${text}?`,
      redrawn: { passed: 0, of: 2, verdict: 'regressed' },
    }),
  );
  const gone = [makeUnpaired(text, false, false)];
  const explored = { pairs: 9, losses: 4, gains: 0, baseline: 0.9, candidate: 0.5, q: 0.01 };
  return makeComparison({
    baseline: {
      ...plain.baseline,
      label: text,
      arm: text,
      accepted: { ...plain.baseline.accepted!, by: text, reason: text },
    },
    candidate: { ...plain.candidate, label: text, arm: `${text}2` },
    verdict: 'FAIL',
    because: text,
    slices: [makeSlice(text, { verdict: 'FAIL', withheld: text })],
    explored: (['tag', 'adversarial', 'grader'] as const).map((kind) => ({ kind, name: text, ...explored })),
    flips: [...losses, makeFlip(`${text}4`, { direction: 'gain', expected: text, before: text, got: text })],
    unpaired: {
      added: gone,
      removed: gone,
      changed: gone,
      regraded: gone,
      quarantined: gone,
      observed: gone,
    },
    inputs: (['prompt', 'served', 'settings', 'graders'] as const).map((what) => ({
      what,
      before: text,
      after: `${text}2`,
      diff: `--- a\n+++ b\n@@ -1 +1 @@\n-${text}\n+${text}2\n`,
    })),
  });
}
