import { z } from 'zod';
import { defineGrader } from '../domain/grader.ts';
import { judgeGrade } from './judging/judge-grade.ts';
import { judgeOptions } from './judging/judge-options.ts';
import { listForm } from './judging/list-form.ts';
import { passages } from './judging/passages.ts';

const share = (isGood: readonly boolean[]) => isGood.filter(Boolean).length / isGood.length;
const form = listForm({ key: 'statements', good: 'supported', bad: 'missing', by: 'statement' })({
  score: share,
});

/** What a retriever found, held against an answer that is right: nothing of the output is looked at. */
export const contextRecall = defineGrader({
  name: 'context-recall',
  summary:
    'For retrieval: a model takes a right answer apart; the score is the share of its statements that the passages support.',
  example: 'context-recall: $vars.passages\nreference: $expect',
  value: passages,
  options: {
    reference: z
      .string()
      .min(1, 'must not be empty')
      .describe('An answer that is right, to be found in the passages: `$expect`.'),
    ...judgeOptions,
  },
  needs: 'judge',
  asks: { prompt: 'judge-context-recall', variables: ['passages', 'reference'] },
  threshold: 0.5,
  grade({ value, options, ...given }, _, tools) {
    const foreign = { passages: value, reference: options.reference };
    return judgeGrade('context-recall', given, { form, own: {}, foreign }, tools);
  },
});
