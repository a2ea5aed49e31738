import type { Acceptance, Baseline, BaselineLane } from '../../src/domain/baseline.ts';
import type { CaseResult } from '../../src/domain/case-result.ts';
import type { RunArm } from '../../src/domain/run.ts';

/** A case that passed in two of three repeats. */
export function makeCaseResult(id: string, more: Partial<CaseResult> = {}): CaseResult {
  return { id, digest: 'd1', graders: 'g1', passed: 2, of: 3, open: 0, score: 2 / 3, weight: 1, tags: [], ...more };
} // biome-ignore format: one line

const arm: RunArm = {
  id: 'refund@v3 · fast',
  lane: 'refund · fast',
  prompt: 'refund@v3',
  promptDigest: 'abc',
  model: 'fast',
  provider: 'openai',
  modelId: 'gpt-5-mini',
  settings: { temperature: 0 },
  deterministic: false,
};
const accepted: Acceptance = {
  at: '2025-06-01T10:00:00.000Z',
  by: 'Ada <ada@example.org>',
  reason: 'reads well',
  run: '20250601-095900.000-abcd',
  commit: 'c0ffee',
  evals: '0.1.0',
};

/** A lane of two cases. */
export function makeLane(more: Partial<BaselineLane> = {}): BaselineLane {
  return {
    suite: 'refund',
    arm,
    served: { 'gpt-5-mini-2025-08-07': 6 },
    repeat: 3,
    cases: [makeCaseResult('a'), makeCaseResult('b', { passed: 3, score: 1 })],
    usage: { usdPerCase: 0.001, p50: 800, p95: 1200, inputTokens: 300, outputTokens: 20 },
    accepted,
    ...more,
  };
}

/** The baseline of suite "refund", with one lane. */
export function makeBaseline(more: Partial<Baseline> = {}): Baseline {
  return { schemaVersion: 1, suite: 'refund', lanes: [makeLane()], ...more };
}
