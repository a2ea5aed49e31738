import type { Run } from '../../src/domain/run.ts';
import type { TrialRow } from '../../src/domain/trial-row.ts';

/** A run of one suite with one arm. */
export function makeRun(more: Partial<Run> = {}): Run {
  return {
    schemaVersion: 1,
    id: '20250101-000000-abcd',
    startedAt: '2025-01-01T00:00:00.000Z',
    evals: '0.1.0',
    node: '20.19.0',
    command: ['run'],
    seed: 1,
    selection: {},
    suites: [
      {
        name: 's',
        file: 'evals/s.eval.yaml',
        digest: 'd',
        gate: { confidence: 0.95, slices: [], errors: 0.02 },
        hasGate: false,
        arms: [
          {
            id: 'm',
            lane: 'm',
            model: 'm',
            provider: 'p',
            modelId: 'x',
            settings: {},
            deterministic: false,
          },
        ],
        cases: 4,
        casesInSuite: 4,
        repeat: 1,
      },
    ],
    trials: 4,
    ...more,
  };
}

/** A passed trial of that run. */
export function makeRow(name: string, more: Partial<TrialRow> = {}): TrialRow {
  return {
    schemaVersion: 1,
    id: `s/${name}#m#1`,
    suite: 's',
    case: name,
    caseDigest: 'e',
    repeat: 1,
    model: 'm',
    arm: 'm',
    lane: 'm',
    tags: [],
    weight: 1,
    status: 'passed',
    score: 1,
    grades: [],
    messages: [{ role: 'user', content: 'Hello' }],
    outcome: {
      status: 'answered',
      attempts: [{ ms: 5 }],
      waitedMs: 0,
      answer: {
        text: 'hi',
        toolCalls: [],
        finish: { unified: 'stop' },
        usage: {},
        served: {},
        ms: { total: 5 },
      },
    },
    costUsd: 0,
    startedAt: '2025-01-01T00:00:01.000Z',
    ...more,
  };
}
