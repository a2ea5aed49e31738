import { z } from 'zod';
import { defineGrader } from '../domain/grader.ts';
import { foldText } from '../text/fold-text.ts';
import { quote } from '../text/quote.ts';
import { textOptions } from './text-options.ts';
import { verdict } from './verdict.ts';

/** The trimmed output is one of a list. */
export const oneOf = defineGrader({
  name: 'one-of',
  summary: 'The output, white space at its ends aside, is exactly one of these.',
  example: 'one-of: [eligible, not eligible, unclear]',
  value: z
    .array(z.union([z.string(), z.number(), z.boolean()]).transform(String))
    .min(1)
    .describe('The answers that are allowed.'),
  options: { ignoreCase: textOptions.ignoreCase },
  grade({ value, options: { ignoreCase } }, { answer }) {
    const output = foldText(answer.text.trim(), ignoreCase);
    const found = value.find((each) => foldText(each.trim(), ignoreCase) === output);
    return verdict.of(
      found !== undefined,
      found === undefined
        ? `${quote(answer.text.trim())} is none of the ${value.length} allowed answers`
        : `the output is ${quote(found)}`,
    );
  },
});
