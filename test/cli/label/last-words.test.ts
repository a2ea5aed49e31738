import { describe, expect, test } from 'vitest';
import { gateNeeds } from '../../../src/cli/label/gate-needs.ts';
import { lastWords } from '../../../src/cli/label/last-words.ts';
import type { Label } from '../../../src/domain/label.ts';

const menu = { fail: 0, pass: 1 };
const labels = (...said: [id: string, label: string | null][]) =>
  said.map(([id, label], at) => ({ id, label, rater: `r${at}` }) as Label);
const many = (pass: number, fail: number) =>
  labels(
    ...Array.from({ length: pass + fail }, (_, at): [string, string] => [
      `i${at}`,
      at < pass ? 'pass' : 'fail',
    ]),
  );

describe('what a gate needs', () => {
  test.each<[number, number, number]>([
    [0, 0, 50],
    [10, 2, 38],
    [49, 0, 20],
    [49, 2, 18],
    [30, 19, 1],
    [30, 20, 0],
    [5, 60, 15],
  ])('%i pass and %i fail: %i more', (pass, fail, missing) => {
    expect(gateNeeds(many(pass, fail), { menu, threshold: 1 })).toEqual({
      labels: pass + fail,
      pass,
      fail,
      missing,
    });
  });

  test('an output counts once, by the majority; split, unsure and unknown ones do not', () => {
    const said = labels(
      ['a', 'pass'],
      ['a', 'pass'],
      ['a', 'fail'],
      ['b', 'pass'],
      ['b', 'fail'],
      ['c', null],
      ['d', 'maybe'],
      ['e', 'toString'],
      ['f', 'fail'],
    );
    expect(gateNeeds(said, { menu, threshold: 1 })).toMatchObject({ labels: 2, pass: 1, fail: 1 });
  });

  test('a level passes from the threshold on', () => {
    const scale = { 1: 0, 2: 0.25, 3: 0.5, 4: 0.75, 5: 1 };
    const said = labels(['a', '3'], ['b', '4'], ['c', '5']);
    expect(gateNeeds(said, { menu: scale, threshold: 0.75 })).toMatchObject({ pass: 2, fail: 1 });
  });
});

test.each<[object, string[]]>([
  [
    { labelled: 12, skipped: 3, left: 68, needs: { labels: 9, pass: 5, fail: 4, missing: 41 } },
    [
      'Labelled 12 outputs, 3 of them without a verdict; 68 are left.',
      'evals/labels/s.judge.jsonl has 9 labelled outputs of this check: 5 pass, 4 fail.',
      'A gate needs 41 more (50 labels, 20 of each verdict, are the least).',
      'Next: evals judge calibrate strict --labels evals/labels/s.judge.jsonl',
    ],
  ],
  [
    { labelled: 1, left: 1, file: "my labels/o'k.jsonl", judge: 'openai:gpt-5 mini' },
    [
      'Labelled 1 output; 1 is left.',
      "my labels/o'k.jsonl has 50 labelled outputs of this check: 25 pass, 25 fail.",
      'That is enough to calibrate the judge for a gate (50 labels, 20 of each verdict, are the least).',
      "Next: evals judge calibrate 'openai:gpt-5 mini' --labels 'my labels/o'\\''k.jsonl'",
    ],
  ],
  [{ labelled: 0, left: 0 }, expect.arrayContaining(['Labelled 0 outputs; none is left.'])],
])('%o', (more, words) => {
  const needs = { labels: 50, pass: 25, fail: 25, missing: 0 };
  const usual = {
    labelled: 0,
    skipped: 0,
    left: 0,
    file: 'evals/labels/s.judge.jsonl',
    needs,
    judge: 'strict',
  };
  expect(lastWords({ ...usual, ...more })).toEqual(words);
});
