import { z } from 'zod';
import { defineGrader } from '../domain/grader.ts';
import { countUnits } from '../text/count-units.ts';
import { textOptions } from './text-options.ts';
import { verdict } from './verdict.ts';

const count = z.int().min(0);

/** How long the output is. */
export const length = defineGrader({
  name: 'length',
  summary:
    'The output has this length, or one within bounds: in characters, words, sentences, lines, paragraphs or bytes.',
  example: 'length: { max: 120 }\nunit: words',
  value: z
    .union([
      count.transform((exact) => ({ min: exact, max: exact })),
      z.strictObject({
        min: count.optional().describe('At least so many.'),
        max: count.optional().describe('At most so many.'),
      }),
    ])
    .refine(({ min, max }) => min !== undefined || max !== undefined, 'needs a min or a max')
    .refine(({ min, max }) => (min ?? 0) <= (max ?? Number.POSITIVE_INFINITY), 'min is larger than max')
    .describe('A number, or { min, max }.'),
  options: {
    unit: z
      .enum(['characters', 'words', 'sentences', 'lines', 'paragraphs', 'bytes'])
      .default('characters')
      .describe('characters: as a reader counts them. words: runs of letters and digits. bytes: UTF-8.'),
    separator: z
      .string()
      .min(1)
      .optional()
      .describe('With unit: paragraphs, what stands between them; a blank line unless told.'),
    trim: textOptions.trim,
  },
  refuse: ({ options }) =>
    options.separator !== undefined && options.unit !== 'paragraphs'
      ? 'separator needs `unit: paragraphs`'
      : undefined,
  grade({ value: { min = 0, max = Number.POSITIVE_INFINITY }, options }, { answer }) {
    const text = options.trim ? answer.text.trim() : answer.text;
    const found = countUnits(text, options.unit, options.separator);
    const range =
      max === Number.POSITIVE_INFINITY
        ? `at least ${min}`
        : min === max
          ? `exactly ${min}`
          : min === 0
            ? `at most ${max}`
            : `${min} to ${max}`;
    return verdict.of(found >= min && found <= max, `expected ${range} ${options.unit}, found ${found}`);
  },
});
