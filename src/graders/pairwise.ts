import { z } from 'zod';
import { defineGrader } from '../domain/grader.ts';
import type { Combine } from './judging/ask-judge.ts';
import { choiceForm, type Menu } from './judging/choice-form.ts';
import { judgeGrade } from './judging/judge-grade.ts';
import { judgeOptions } from './judging/judge-options.ts';
import type { JudgeQuestion } from './judging/judge-question.ts';
import { shownInput } from './judging/shown-input.ts';
import { verdict } from './verdict.ts';

/** What the judge says of the two that it is shown, by where the graded output stands among them. */
const raw: Record<'first' | 'second', Menu> = {
  first: { first: 1, second: 0, tie: 0.5 },
  second: { first: 0, second: 1, tie: 0.5 },
};
const menu = { worse: 0, tie: 0.5, better: 1 };

/** Judges like what they read first, or last: what holds in one order alone is a tie, and so is a tie in one of them. */
const bothOrders: Combine = ([first, second]) => {
  if (!first || !second) return undefined;
  const score = first.score === second.score ? first.score : menu.tie;
  const said = score === menu.better ? 'better' : score === menu.worse ? 'worse' : 'tie';
  const differs = first.score === second.score ? '' : 'the two orders disagree; ';
  const reason = `${differs}standing first: ${first.verdict}, ${first.reason} · standing second: ${second.verdict}, ${second.reason}`;
  return { verdict: said, score, reason };
};

/** Two outputs beside each other, in both orders. */
export const pairwise = defineGrader({
  name: 'pairwise',
  summary:
    "A model says whether the output is better (1) or worse (0) than a given text or the baseline's answer; both orders are asked, and where they disagree it is a tie (0.5).",
  example: 'pairwise: "Answers what was asked in fewer words"\nbaseline: true',
  value: z.string().min(1, 'must not be empty').describe('What makes one output better than another.'),
  options: {
    against: z
      .string()
      .min(1, 'must not be empty')
      .optional()
      .describe('The text that the output is compared with: `$expect`.'),
    baseline: z
      .boolean()
      .default(false)
      .describe("It is compared with the answer of the baseline's run; ungraded where that is not on disk."),
    ...judgeOptions,
  },
  needs: 'judge',
  asks: { prompt: 'judge-pairwise', variables: ['rubric', 'input', 'first', 'second'] },
  threshold: 0.5,
  refuse: ({ options: { against, baseline } }) =>
    (against !== undefined) === baseline
      ? 'it compares with a text (against: $expect) or with the baseline (baseline: true): one of them, and not both'
      : undefined,
  menu: () => menu,
  grade({ value, options, ...given }, subject, tools) {
    const other = options.against ?? subject.before;
    if (other === undefined)
      return verdict.ungraded(
        "there is nothing to compare with: what the baseline's run answered to this case is not on disk",
      );
    const output = subject.answer.text;
    // Of one text with itself a judge could only say which place it likes.
    if (output === other) return verdict.scored(menu.tie, given.threshold, 'tie: both are the same text');
    const question = (place: 'first' | 'second'): JudgeQuestion => ({
      form: choiceForm(raw[place]),
      own: { rubric: value },
      foreign: {
        input: shownInput(subject),
        first: place === 'first' ? output : other,
        second: place === 'first' ? other : output,
      },
      place,
    });
    return judgeGrade('pairwise', given, [question('first'), question('second')], tools, bothOrders);
  },
});
