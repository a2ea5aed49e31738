import { arm } from '../../src/domain/arm.ts';
import type { Check } from '../../src/domain/check.ts';
import type { Grade } from '../../src/domain/grade.ts';
import type { Trial } from '../../src/domain/trial.ts';
import { graders } from '../../src/graders/index.ts';
import { replies } from './replies.ts';

const model = { name: 'm', provider: 'p', id: 'x', settings: {}, options: {} };
const nothing = { count: 0, read: () => Promise.reject(new Error('no cases')), close: async () => {} };

/** A trial of a suite of its own. */
export function trial(checks: Check[] = [], more: Partial<Trial['case']> = {}): Trial {
  return {
    id: 's/c#m#1',
    suite: {
      name: 's',
      file: 'evals/s.eval.yaml',
      prompts: [],
      questions: [],
      models: [model],
      cases: nothing,
      casesInSuite: 1,
      repeat: 1,
      gate: { confidence: 0.95, slices: [], errors: 0.02 },
      hasGate: false,
      digest: 'd',
    },
    arm: arm(undefined, model),
    case: {
      id: 'c',
      vars: {},
      meta: {},
      tags: ['t'],
      weight: 2,
      observe: false,
      checks,
      digest: 'e',
      gradersDigest: 'g',
      ...more,
    },
    repeat: 1,
    request: replies.request,
  };
}

/** A check whose grade is given. */
export function check(
  name: string,
  grade: Grade | Promise<Grade>,
  weight = 1,
): Check & { grade: typeof grade } {
  const grader = graders.get('contains')!;
  return { grader, name, value: 'x', options: {}, weight, not: false, source: {}, grade };
}
