import { expect, test } from 'vitest';
import { toStatus } from '../../src/analyze/to-status.ts';
import { grade, makeRow } from './make-row.ts';

const answered = makeRow({ text: 'hi' }).outcome;
const errored = makeRow({ failure: 'no' }).outcome;
const [good, bad, open] = [grade('a', true, ''), grade('b', false, ''), grade('c', undefined, '')];
const shown = (verdict: boolean | undefined) => grade('d', verdict, '', 0);
const half = { ...good, score: 0.5 };

test.each([
  ['all passed', answered, [good, good], false, 'passed', 1],
  ['one did not pass', answered, [good, bad], false, 'failed', 0.5],
  ['the score is weighted', answered, [{ ...good, weight: 3 }, bad], false, 'failed', 0.75],
  ['a pass below a full score is a pass', answered, [half], false, 'passed', 0.5],
  [
    'one ungraded leaves no verdict, even beside a failed one',
    answered,
    [bad, open],
    false,
    'ungraded',
    null,
  ],
  ['weight 0 is never counted: failed', answered, [good, shown(false)], false, 'passed', 1],
  ['weight 0 is never counted: ungraded', answered, [good, shown(undefined)], false, 'passed', 1],
  ['only grades of weight 0 grade nothing', answered, [shown(true)], false, 'skipped', null],
  ['observed', answered, [], true, 'skipped', null],
  ['the model could not be asked', errored, [], false, 'errored', null],
  ['an observed case that could not be asked is errored', errored, [], true, 'errored', null],
] as const)('%s', (_name, outcome, grades, observe, status, score) => {
  expect(toStatus({ outcome, grades, observe })).toEqual({ status, score });
});

const foreign = makeRow({ by: 'other', why: 'down' }).outcome;

test.each([
  ['what a fallback answered says nothing of the model', undefined, [good], false, 'errored', null],
  ['also where the case is only observed', undefined, [], true, 'errored', null],
  ['it counts where the gate says so: passed', 'count', [good], false, 'passed', 1],
  ['it counts where the gate says so: failed', 'count', [bad], false, 'failed', 0],
] as const)('%s', (_name, fallback, grades, observe, status, score) => {
  expect(toStatus({ outcome: foreign, grades, observe, fallback })).toEqual({ status, score });
});
