import { expect, test } from 'vitest';
import { extraCalls } from '../../../src/cli/evidence/extra-calls.ts';
import type { Plan } from '../../../src/plan/plan.ts';
import { printBaseline } from '../../../src/store/print-baseline.ts';
import { filesOnDisk } from '../../load/files-on-disk.ts';
import { makeBaseline, makeCaseResult, makeLane } from '../../store/make-baseline.ts';

const lane = makeLane({ suite: 's', cases: [makeCaseResult('c1', {})] });
const baseline = printBaseline(makeBaseline({ suite: 's', lanes: [lane] }));
const plan = (provider: string) =>
  ({
    suites: [{ suite: { name: 's' }, arms: [{ lane: lane.arm.lane, model: { provider } }] }],
  }) as unknown as Plan;

const moved = 'up to 25 calls to see whether the provider moved';
const drawn = 'fresh calls for cases that newly fail (2 to 20 each)';

test.each([
  ['openai-compatible', {}, `Held against a baseline: + ${moved}, and ${drawn}.\n`],
  ['openai-compatible', { canary: false }, `Held against a baseline: + ${drawn}.\n`],
  ['openai-compatible', { redraw: false }, `Held against a baseline: + ${moved}.\n`],
  ['openai-compatible', { canary: false, redraw: false }, ''],
  ['openai-compatible', { replay: 'tape.jsonl' }, ''],
  ['module', {}, `Held against a baseline: + ${drawn}.\n`],
  ['module', { redraw: false }, ''],
  ['embedded', {}, ''],
])('beside the trials, with %s and %j', async (provider, manner, line) => {
  const root = await filesOnDisk({ 'evals/baselines/s.json': baseline });
  const all = { canary: true, redraw: true, ...manner };
  expect(await extraCalls({ plan: plan(provider), root }, all)).toBe(line);
});
