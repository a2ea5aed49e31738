import type { NamedGrade } from '../../src/domain/grade.ts';
import type { Run, RunSuite } from '../../src/domain/run.ts';
import type { TrialRow } from '../../src/domain/trial-row.ts';

type Extra = Partial<Omit<TrialRow, 'outcome'>> & {
  /** What the model said; undefined with `failure`. */
  text?: string;
  failure?: string;
  ms?: number;
  firstToken?: number;
  attempts?: number;
  served?: string;
  warnings?: string[];
  source?: 'cache' | 'cassette';
  askedAt?: string;
  /** A fallback answered, and why the model itself did not. */
  by?: string;
  why?: string;
};

/** A grade as it stands in the journal. */
export const grade = (
  name: string,
  verdict: boolean | undefined,
  reason: string,
  weight = 1,
): NamedGrade => ({
  name,
  grader: name,
  weight,
  ...(verdict === undefined
    ? { status: 'ungraded', reason }
    : { status: 'graded', score: verdict ? 1 : 0, passed: verdict, reason }),
});

function outcome(extra: Extra): TrialRow['outcome'] {
  const failed = Array.from({ length: (extra.attempts ?? 1) - 1 }, () => ({ ms: 5 }));
  const attempts = [...failed, { ms: extra.ms ?? 100 }];
  if (extra.failure !== undefined) {
    const failure = { kind: 'server' as const, message: extra.failure, status: 500, retryable: true };
    return { status: 'errored', attempts, waitedMs: 0, failure };
  }
  const why = { kind: 'server' as const, message: extra.why ?? '', status: 500, retryable: true };
  return {
    status: 'answered',
    attempts: extra.source ? [] : attempts,
    waitedMs: 0,
    ...(extra.source ? { source: extra.source } : {}),
    ...(extra.askedAt ? { askedAt: extra.askedAt } : {}),
    ...(extra.by ? { by: extra.by } : {}),
    ...(extra.why ? { why } : {}),
    answer: {
      text: extra.text ?? '',
      toolCalls: [],
      finish: { unified: 'stop' },
      usage: { input: 100, output: 10 },
      served: extra.served === undefined ? {} : { model: extra.served },
      ms: extra.source
        ? {}
        : {
            total: extra.ms ?? 100,
            ...(extra.firstToken === undefined ? {} : { firstToken: extra.firstToken }),
          },
      ...(extra.warnings ? { warnings: extra.warnings } : {}),
    },
  };
}

/** A row of the journal with plain values where nothing is said. */
export function makeRow(extra: Extra): TrialRow {
  const {
    text: _text,
    failure,
    ms: _ms,
    firstToken: _first,
    attempts: _n,
    served: _s,
    warnings: _w,
    source,
    by: _by,
    why: _why,
    ...rest
  } = extra;
  const row = { suite: 'suite', case: 'case', repeat: 1, arm: 'model', model: 'model', ...rest };
  const status = rest.status ?? (failure === undefined ? 'passed' : 'errored');
  const score = status === 'passed' ? 1 : status === 'failed' ? 0 : null;
  return {
    schemaVersion: 1,
    id: `${row.suite}/${row.case}#${row.arm}#${row.repeat}`,
    caseDigest: '0000000000000000',
    lane: row.arm,
    tags: [],
    weight: 1,
    status,
    score,
    grades: [],
    messages: [],
    outcome: outcome(extra),
    costUsd: failure !== undefined ? null : source ? 0 : 0.001,
    startedAt: '2026-03-01T12:00:01.000Z',
    ...row,
  };
}

/** A suite of a run's header with one arm, `model`. */
export function makeSuite(extra: Partial<RunSuite> = {}): RunSuite {
  const arm = { id: 'model', lane: 'model', model: 'model', provider: 'echo', modelId: 'echo', settings: {} };
  return {
    name: 'suite',
    file: 'evals/suite.eval.yaml',
    digest: 'd',
    gate: { confidence: 0.95, slices: [], errors: 0.02 },
    hasGate: false,
    arms: [{ ...arm, deterministic: true }],
    cases: 1,
    casesInSuite: 1,
    repeat: 1,
    ...extra,
  };
}

/** A run's header over suites. */
export function makeRun(suites: RunSuite[], extra: Partial<Run> = {}): Run {
  return {
    schemaVersion: 1,
    id: '20260301-120000-abc123',
    startedAt: '2026-03-01T12:00:00.000Z',
    evals: '0.1.0',
    node: 'v20.19.0',
    command: ['evals', 'run'],
    seed: 1,
    selection: {},
    suites,
    trials: suites.reduce((sum, suite) => sum + suite.cases * suite.repeat * suite.arms.length, 0),
    ...extra,
  };
}
