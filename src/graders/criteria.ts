import { z } from 'zod';
import { defineGrader } from '../domain/grader.ts';
import { quote } from '../text/quote.ts';
import { judgeGrade } from './judging/judge-grade.ts';
import { judgeOptions } from './judging/judge-options.ts';
import { listForm } from './judging/list-form.ts';
import { shownInput } from './judging/shown-input.ts';

const form = listForm({ key: 'criteria', good: 'yes', bad: 'no', by: 'n' });

const ask = z.string().min(1, 'must not be empty');
const criterion = z.union([
  ask.transform((text) => ({ ask: text, weight: 1 })),
  z.strictObject({ ask, weight: z.number().min(0).default(1) }),
]);

const sum = (numbers: readonly number[]) => numbers.reduce((all, one) => all + one, 0);

/** Several questions at the price of one. */
export const criteria = defineGrader({
  name: 'criteria',
  summary:
    'A model answers several questions of yes or no in one reply; the score is the share of yes, by their weights.',
  example: 'criteria: ["Names the 30 days", { ask: "Asks for the receipt", weight: 2 }]',
  value: z
    .array(criterion)
    .min(1)
    .refine((all) => all.some(({ weight }) => weight > 0), 'needs one weight above 0')
    .describe('Questions to which yes is good, or { ask, weight }.'),
  options: {
    context: z
      .string()
      .optional()
      .describe('What the judge is shown beside input and output: `$vars.policy`.'),
    reference: z.string().optional().describe('An answer that is right: `$expect`.'),
    ...judgeOptions,
  },
  needs: 'judge',
  asks: { prompt: 'judge-criteria', variables: ['criteria', 'input', 'output', 'context', 'reference'] },
  grade({ value, options, ...given }, subject, tools) {
    const weights = value.map(({ weight }) => weight);
    const score = (isYes: readonly boolean[]) =>
      sum(weights.filter((_, index) => isYes[index])) / sum(weights);
    const question = {
      form: form({ things: value.map((one) => quote(one.ask, 60)), score }),
      own: { criteria: value.map((one, index) => `${index + 1}. ${one.ask}`).join('\n') },
      foreign: {
        input: shownInput(subject),
        output: subject.answer.text,
        context: options.context,
        reference: options.reference,
      },
    };
    return judgeGrade('criteria', given, question, tools);
  },
});
