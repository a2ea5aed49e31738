import { z } from 'zod';
import { defineGrader } from '../domain/grader.ts';
import { editSimilarity } from '../text/edit-similarity.ts';
import { foldText } from '../text/fold-text.ts';
import { percent } from '../text/percent.ts';
import { quote } from '../text/quote.ts';
import { textOptions } from './text-options.ts';
import { verdict } from './verdict.ts';

/** How few edits lead from the output to a text. */
export const similar = defineGrader({
  name: 'similar',
  summary: 'The output is nearly this text: 1 minus the edit distance over the longer length (Levenshtein).',
  example: 'similar: $expect\nthreshold: 0.9',
  value: z
    .string()
    .min(1, 'must not be empty')
    .describe('The text to be near to, or { file: ./answer.txt }.'),
  options: textOptions,
  threshold: 0.8,
  grade({ value, options: { ignoreCase, trim }, threshold }, { answer }) {
    const fold = (text: string) => foldText(trim ? text.trim() : text, ignoreCase);
    const score = editSimilarity(fold(value), fold(answer.text));
    if (score === undefined)
      return verdict.ungraded('the texts are too long to be compared letter by letter');
    return verdict.scored(score, threshold, `${percent(score)} like ${quote(value, 60)}`);
  },
});
