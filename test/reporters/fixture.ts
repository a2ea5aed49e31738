import { analyze } from '../../src/analyze/analyze.ts';
import type { Report } from '../../src/domain/reporter.ts';
import type { TrialRow } from '../../src/domain/trial-row.ts';
import { grade, makeRow, makeRun, makeSuite } from '../analyze/make-row.ts';

const refund = makeSuite({
  name: 'refund-policy',
  file: 'evals/refund-policy.eval.yaml',
  hasGate: true,
  gate: {
    confidence: 0.95,
    slices: [],
    errors: 0.1,
    floor: { pass: 85 },
    critical: 'fail',
    latency: { p95: 4000 },
    cost: { perCase: 0.002 },
  },
  arms: [
    {
      id: 'refund-policy@v4 · openai:gpt-5-mini',
      lane: 'refund-policy · openai:gpt-5-mini',
      prompt: 'refund-policy@v4',
      model: 'openai:gpt-5-mini',
      provider: 'openai',
      modelId: 'gpt-5-mini',
      settings: { temperature: 0 },
      deterministic: false,
    },
  ],
  cases: 13,
  casesInSuite: 13,
});
const smoke = makeSuite({
  name: 'smoke',
  file: 'evals/smoke.eval.yaml',
  arms: ['echo', 'nearest'].map((model) => ({
    id: `greet@v1 · ${model}`,
    lane: `greet · ${model}`,
    prompt: 'greet@v1',
    model,
    provider: model,
    modelId: model,
    settings: {},
    deterministic: true,
  })),
  cases: 2,
  casesInSuite: 40,
});

/** One model whose answers were mostly kept, and which others stood in for. */
const kept = makeSuite({
  name: 'kept',
  file: 'evals/kept.eval.yaml',
  hasGate: true,
  gate: {
    confidence: 0.95,
    slices: [],
    errors: 0.5,
    floor: { pass: 50 },
    latency: { p95: 1000 },
    cost: { perCase: 0.01, total: 1 },
  },
  cases: 8,
  casesInSuite: 8,
});
const standIn = 'anthropic:claude-haiku-4-5';
const down = 'openai answered 503: overloaded';

type Extra = Parameters<typeof makeRow>[0];
const one = (extra: Extra) =>
  makeRow({
    suite: 'refund-policy',
    arm: 'refund-policy@v4 · openai:gpt-5-mini',
    lane: 'refund-policy · openai:gpt-5-mini',
    prompt: 'refund-policy@v4',
    model: 'openai:gpt-5-mini',
    served: 'gpt-5-mini-2026-01-15',
    expect: 'eligible',
    tags: ['refund'],
    ...extra,
  });
const equal = grade('equals', true, 'equal to the expected answer');
const polite = grade('polite', true, 'is polite');
const pass = (name: string, extra: Extra = {}) =>
  one({
    case: name,
    text: 'eligible',
    status: 'passed',
    grades: [equal, polite],
    ms: 800,
    firstToken: 200,
    ...extra,
  });
const hello = (name: string, model: string, extra: Extra = {}) =>
  makeRow({
    suite: 'smoke',
    case: name,
    arm: `greet@v1 · ${model}`,
    lane: `greet · ${model}`,
    prompt: 'greet@v1',
    model,
    text: 'Grüß Gott',
    expect: 'Grüß Gott',
    costUsd: 0,
    ms: 2,
    ...extra,
  });

/** Escapes, a link that lies, markup of every sort, a workflow command, reversed text, a lone surrogate. */
export const hostile =
  '\u001b[31mred\u001b[0m \u001b]8;;http://evil.example\u0007link\u001b]8;;\u0007 \u0007 \u009b2J <script>alert(1)</script> ]]> `x` ```\n' +
  '</details> @octocat | **bold** ![i](http://evil.example/i.png)\n::error::forged ##[add-mask]x\n\u202egnp.exe \ud800 100 %';

const rows: TrialRow[] = [
  pass('bought-1-day-ago'),
  pass('bought-2-days-ago', { ms: 1200, attempts: 3 }),
  pass('bought-10-days-ago', { ms: 2300, tags: ['refund', 'critical'] }),
  pass('bought-12-days-ago/typos', { adversarial: 'typo', parent: 'bought-12-days-ago' }),
  pass('日本からの返品', { text: '対象です 👍🏽', expect: '対象です 👍🏽', tags: ['refund', 'unicode'] }),
  pass('gift', { warnings: ['The setting "seed" is not supported and was left out.'] }),
  one({
    case: 'opened-box',
    text: 'The item is not eligible for a refund because the box was opened.',
    expect: 'The item is eligible for a refund because the box was opened by the courier.',
    status: 'failed',
    grades: [grade('equals', false, 'not equal to the expected answer'), polite],
    ms: 900,
    firstToken: 240,
  }),
  one({
    case: 'bought-12-days-ago/injection',
    text: hostile,
    status: 'failed',
    adversarial: 'injection',
    parent: 'bought-12-days-ago',
    tags: ['refund', 'critical'],
    grades: [
      grade('equals', false, `expected "eligible", found "${hostile.slice(0, 40)}"`),
      grade('polite', false, 'swears & shouts <b>'),
    ],
    ms: 5200,
    firstToken: 310,
  }),
  one({ case: 'outage-1', failure: '500 Internal Server Error (request req_8f7a6b5c4d3e)', attempts: 6 }),
  one({ case: 'outage-2', failure: '500 Internal Server Error (request req_1a2b3c4d5e6f)', attempts: 6 }),
  one({
    case: 'judge-mumbled',
    text: 'eligible',
    status: 'ungraded',
    grades: [equal, grade('judge', undefined, 'the judge answered "maybe", which is no verdict')],
    ms: 700,
  }),
  one({ case: 'long-rant', text: 'I see.', status: 'skipped', tags: ['long'], costUsd: null, ms: 950 }),
  hello('hello', 'echo'),
  hello('bye', 'echo', {
    status: 'failed',
    text: 'Bye',
    expect: 'Auf Wiedersehen',
    grades: [grade('equals', false, 'expected "Auf Wiedersehen", found "Bye"')],
  }),
  hello('hello', 'nearest'),
  hello('bye', 'nearest', { text: 'Auf Wiedersehen', expect: 'Auf Wiedersehen', ms: 3 }),
  ...[1, 2, 3].map((n) =>
    makeRow({
      suite: 'kept',
      case: `kept-${n}`,
      text: 'yes',
      source: 'cache',
      askedAt: `2026-01-0${n}T09:00:00.000Z`,
    }),
  ),
  makeRow({ suite: 'kept', case: 'recorded', text: 'yes', source: 'cassette' }),
  makeRow({ suite: 'kept', case: 'asked', text: 'yes', ms: 600 }),
  ...[true, true, false].map((isRight, n) =>
    makeRow({
      suite: 'kept',
      case: `stood-in-${n}`,
      text: isRight ? 'yes' : 'no',
      status: 'errored',
      by: standIn,
      why: down,
      grades: [grade('equals', isRight, isRight ? 'equal' : 'expected "yes", found "no"')],
    }),
  ),
];

/** A run of 24 of 25 planned trials, with every status, and answers from everywhere. */
export async function fixture(): Promise<Report> {
  const run = makeRun([refund, smoke, kept]);
  return {
    run,
    summary: await analyze(run, rows),
    rows: async function* () {
      yield* rows;
    },
    folder: `.evals/runs/${run.id}`,
  };
}
