import { appendFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { answersBefore } from '../../src/cli/answers-before.ts';
import type { Case } from '../../src/domain/case.ts';
import type { Check } from '../../src/domain/check.ts';
import { graders } from '../../src/graders/index.ts';
import { readBaseline } from '../../src/store/read-baseline.ts';
import { trial } from '../execute/trial.ts';
import { diffProject } from './diff/diff-project.ts';

const run = '20250101-000000.000-aaaa';
const plain = (text: string) => text;
const compares: Check = {
  ...{ grader: graders.get('pairwise')!, name: 'pairwise', value: 'x', options: { baseline: true } },
  ...{ weight: 1, not: false, source: {} },
};
const one = (id: string, checks = [compares]): Case => ({ ...trial(checks).case, id });
const accepted = { at: '2025-01-01T00:00:00.000Z', by: 'Ada', reason: 'start', run, evals: '0.1.0' };

/** A baseline of `s` that was made of a run. */
function made() {
  const at = diffProject();
  at.run(run, { s: { m: 'pf' } });
  at.baseline('s', { m: 'pf' }, { accepted });
  return at;
}

test('an answer of the accepted run is found for a check that compares with it, and nothing is read for any other', async () => {
  const at = made();
  const held = new Map([['s', (await readBaseline(at.root, 's')).value!]]);
  const { before, close } = answersBefore(at.root, held, plain);
  expect(before({ suite: 's', lane: 'm', case: one('c1', []) })).toBeUndefined();
  expect(await before({ suite: 's', lane: 'm', case: one('c2') })).toBe('no, says m');
  expect(await before({ suite: 's', lane: 'm', case: one('c1') })).toBe('yes');
  for (const [suite, lane, id] of [
    ['t', 'm', 'c1'],
    ['s', 'n', 'c1'],
    ['s', 'm', 'c3'],
  ] as const)
    expect(await before({ suite, lane, case: one(id) })).toBeUndefined();
  close();
});

test('where nothing is held against, the baselines on disk tell; names are those on disk', async () => {
  const at = made();
  const { before, close } = answersBefore(at.root, undefined, (text) => text.replace('secret', 'm'));
  expect(await before({ suite: 's', lane: 'secret', case: one('c1') })).toBe('yes');
  close();
});

test('what is gone, or cannot be read, is no answer', async () => {
  const at = made();
  appendFileSync(join(at.root, '.evals/runs', run, 'trials.jsonl'), 'nothing\n');
  const broken = answersBefore(at.root, undefined, plain);
  expect(await broken.before({ suite: 's', lane: 'm', case: one('c1') })).toBeUndefined();
  broken.close();
  rmSync(join(at.root, '.evals/runs', run), { recursive: true });
  const gone = answersBefore(at.root, undefined, plain);
  expect(await gone.before({ suite: 's', lane: 'm', case: one('c1') })).toBeUndefined();
  gone.close();
});
