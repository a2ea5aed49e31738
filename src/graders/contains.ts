import { z } from 'zod';
import { defineGrader } from '../domain/grader.ts';
import { countOccurrences } from '../text/count-occurrences.ts';
import { foldText } from '../text/fold-text.ts';
import { quote } from '../text/quote.ts';
import { bounds } from './bounds.ts';
import { occurrenceRange } from './occurrence-range.ts';
import { someTexts } from './some-texts.ts';
import { textOptions } from './text-options.ts';
import { verdict } from './verdict.ts';

/** Texts that stand in the output, as often as the bounds say. */
export const contains = defineGrader({
  name: 'contains',
  summary: 'The output holds this text, or all (or any) of these; with bounds, each so many times.',
  example: 'contains: ["30 days", receipt]\nignoreCase: true',
  value: someTexts,
  options: {
    mode: z.enum(['all', 'any']).default('all').describe('Whether all texts of the list must fit, or any.'),
    ignoreCase: textOptions.ignoreCase,
    wholeWords: z
      .boolean()
      .default(false)
      .describe('No letter, digit or underscore may touch the text: "cat" is not in "cats".'),
    ...bounds,
  },
  refuse: ({ options }) => (occurrenceRange(options).isEmpty ? 'min is larger than max' : undefined),
  grade({ value, options }, { answer }) {
    const range = occurrenceRange(options);
    const output = foldText(answer.text, options.ignoreCase);
    const { wholeWords } = options;
    const counts = value.map((text) => ({
      text,
      count: countOccurrences(output, foldText(text, options.ignoreCase), {
        wholeWords,
        limit: range.enough,
      }),
    }));
    const unfit = counts.filter(({ count }) => !range.holds(count));
    const fit = counts.filter(({ count }) => range.holds(count));
    const passed = options.mode === 'all' ? unfit.length === 0 : fit.length > 0;
    const shown = passed && options.mode === 'any' ? fit : passed ? counts : unfit;
    const isPlain = options.min === undefined && options.max === undefined;
    return verdict.of(passed, isPlain ? plainly(shown, passed) : counted(shown, range.text, range.enough));
  },
});

type Counted = { text: string; count: number };
const listed = (all: Counted[], show: (one: Counted) => string) =>
  all.length > 3
    ? `${all.slice(0, 3).map(show).join(', ')} and ${all.length - 3} more`
    : all.map(show).join(', ');

const plainly = (all: Counted[], isFound: boolean) =>
  `the output ${isFound ? 'holds' : 'does not hold'} ${listed(all, ({ text }) => quote(text, 40))}`;

const counted = (all: Counted[], wanted: string, enough: number) =>
  `expected ${wanted}, found ${listed(all, ({ text, count }) => `${quote(text, 40)} ${count >= enough ? `${count} times or more` : `${count} times`}`)}`;
