import type { ComparedSide } from '../../../src/analyze/compare/compared-side.ts';
import type { ArmResults } from '../../../src/domain/arm-results.ts';
import type { CaseResult } from '../../../src/domain/case-result.ts';
import type { Gate } from '../../../src/domain/gate.ts';
import type { RunArm } from '../../../src/domain/run.ts';

/** A case of one answer that passed where nothing is said. */
export function makeCase(id: string, extra: Partial<CaseResult> = {}): CaseResult {
  const { passed = 1, of = 1 } = extra;
  const score = of === 0 ? null : passed / of;
  return { id, digest: 'd', graders: 'g', passed, of, open: 0, score, weight: 1, tags: [], ...extra };
}

/** So many cases, of which those with the given numbers failed. */
export const makeCases = (n: number, failed: readonly number[] = [], extra: Partial<CaseResult> = {}) =>
  Array.from({ length: n }, (_, i) => makeCase(`c${i}`, { passed: failed.includes(i) ? 0 : 1, ...extra }));

export const plainArm: RunArm = {
  ...{ id: 'p@v1 · m', lane: 'p · m', prompt: 'p@v1', promptDigest: 'aaaa' },
  ...{ model: 'm', provider: 'openai', modelId: 'm-1', settings: {}, deterministic: false, isDistant: true },
};

export function makeResults(cases: CaseResult[], extra: Partial<ArmResults> = {}): ArmResults {
  const usage = { usdPerCase: null, p50: null, p95: null, inputTokens: null, outputTokens: null };
  return { suite: 'suite', arm: plainArm, served: {}, repeat: 1, cases, usage, ...extra };
}

export const makeSide = (
  cases: CaseResult[],
  extra: Partial<ArmResults> = {},
  side: Partial<ComparedSide> = {},
): ComparedSide => ({ results: makeResults(cases, extra), label: 'a side', ...side });

export const plainGate: Gate = { confidence: 0.95, slices: [], errors: 0.02 };

export const acceptance = {
  at: '2026-03-01T12:00:00.000Z',
  by: 'A Person <a@example.com>',
  reason: 'good enough',
  run: '20260301-120000-abc123',
  evals: '0.1.0',
};
