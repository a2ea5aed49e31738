import { z } from 'zod';
import { defineGrader } from '../domain/grader.ts';
import { judgeGrade } from './judging/judge-grade.ts';
import { judgeOptions } from './judging/judge-options.ts';
import { listForm } from './judging/list-form.ts';
import { shownInput } from './judging/shown-input.ts';
import { verdict } from './verdict.ts';

const form = listForm({ key: 'passages', good: 'relevant', bad: 'irrelevant', by: 'n' });

/** Precision@k is the share of relevant ones among the first k; its mean is taken over the ranks k of the relevant ones. */
function averagePrecision(isRelevant: readonly boolean[]): number {
  let [found, sum] = [0, 0];
  for (const [index, isOne] of isRelevant.entries()) {
    if (!isOne) continue;
    found += 1;
    sum += found / (index + 1);
  }
  return found === 0 ? 0 : sum / found;
}

/**
 * How high up a retriever puts what helps. With v(k) = 1 where the passage of rank k is relevant, else 0, the score is
 * Σ precision@k · v(k) / Σ v(k): average precision (Manning, Raghavan & Schütze, Introduction to Information Retrieval,
 * 2008, section 8.4) over the relevant passages that were found, as nobody knows of the others; Ragas calls it context
 * precision. It is 0 where no passage is relevant.
 */
export const contextPrecision = defineGrader({
  name: 'context-precision',
  summary:
    'For retrieval: a model says which passages help to answer the question; the score is higher the further up these stand (average precision).',
  example: 'context-precision: $vars.passages',
  value: z
    .array(z.string().min(1, 'must not be empty'))
    .min(1)
    .describe('The passages, in the order in which they were found.'),
  options: {
    question: z
      .string()
      .min(1, 'must not be empty')
      .optional()
      .describe('What the passages are to answer; else what the user said.'),
    ...judgeOptions,
  },
  needs: 'judge',
  asks: { prompt: 'judge-context-precision', variables: ['question', 'passages'] },
  threshold: 0.5,
  grade({ value, options, ...given }, subject, tools) {
    const question = options.question ?? shownInput(subject);
    if (question.trim() === '') return verdict.ungraded('the user said nothing that could be answered');
    const things = value.map((_, index) => `passage ${index + 1}`);
    const asked = form({ things, score: averagePrecision });
    return judgeGrade(
      'context-precision',
      given,
      { form: asked, own: {}, foreign: { question, passages: value } },
      tools,
    );
  },
});
