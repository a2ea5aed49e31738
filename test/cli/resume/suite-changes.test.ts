import { expect, test } from 'vitest';
import { suiteChanges } from '../../../src/cli/resume/suite-changes.ts';
import type { RunSuite } from '../../../src/domain/run.ts';
import { makeRun } from '../../store/make-run.ts';

const [suite] = makeRun().suites as [RunSuite];
const between = (now: RunSuite[], edited: string[] = [], gone: string[] = []) =>
  suiteChanges(
    makeRun(),
    makeRun({ suites: now }),
    new Map([['s', { edited: new Set(edited), gone: new Set(gone) }]]),
  );
const edits = 'suite "s" (evals/s.eval.yaml, or rows of its cases) was edited';

test.each<[string, Partial<RunSuite>, string[], string[], string[]]>([
  ['nothing', { gate: { ...suite.gate } }, [], [], []],
  ['a comment', { digest: 'e' }, [], [], [`${edits}; no finished case differs`]],
  ['the gate', { digest: 'e', gate: { ...suite.gate, errors: 0.1 } }, [], [], [`${edits}: another gate`]],
  ['repeat and cases', { digest: 'e', repeat: 3, cases: 5 }, [], [], [`${edits}: repeat 1 → 3, 4 → 5 cases`]],
  ['finished cases', { digest: 'e' }, ['a'], ['b', 'c'], [`${edits}: 1 finished case edited (a), 2 finished cases gone (b, c)`]],
  ['many of them', { digest: 'e' }, ['a', 'b', 'c', 'd', 'e', 'f'], [], [`${edits}: 6 finished cases edited (a, b, c, d, e …)`]],
  ['a file that it reads', {}, ['a'], [], ['what suite "s" (evals/s.eval.yaml) reads or selects is different: 1 finished case edited (a)']],
])('%s', (_, more, edited, gone, reasons) => {
  expect(between([{ ...suite, ...more }], edited, gone)).toEqual(reasons);
}); // biome-ignore format: a table

test('a suite that is new, and one that is gone', () => {
  expect(between([{ ...suite, name: 't', file: 'evals/t.eval.yaml' }])).toEqual([
    'suite "s" (evals/s.eval.yaml) is not among the suites any more',
    'suite "t" (evals/t.eval.yaml) is new',
  ]);
});
