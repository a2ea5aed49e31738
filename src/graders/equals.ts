import { z } from 'zod';
import { defineGrader } from '../domain/grader.ts';
import { foldText } from '../text/fold-text.ts';
import { jsonDifference } from '../text/json-difference.ts';
import { parseJson } from '../text/parse-json.ts';
import { quote } from '../text/quote.ts';
import { truncate } from '../text/truncate.ts';

import { textOptions } from './text-options.ts';
import { typed } from './typed.ts';
import { verdict } from './verdict.ts';

/** The whole output against one value. A text is compared as text; any other value with the output read as JSON. */
export const equals = defineGrader({
  name: 'equals',
  summary:
    'The output is exactly this text; for a number, boolean, list or map, the output read as JSON is this value.',
  example: 'equals: $expect',
  value: z
    .unknown()
    .refine((value) => value !== undefined, 'needs a value')
    .describe('Text or any JSON value.'),
  options: textOptions,
  grade({ value, options }, { answer }) {
    return typeof value === 'string'
      ? compareTexts(value, answer.text, options)
      : compareValues(value, answer.text);
  },
});

function compareTexts(
  value: string,
  output: string,
  { ignoreCase, trim }: { ignoreCase: boolean; trim: boolean },
) {
  const fold = (text: string) => foldText(trim ? text.trim() : text, ignoreCase);
  return verdict.of(fold(value) === fold(output), `expected ${quote(value)}, found ${quote(output.trim())}`);
}

function compareValues(value: unknown, output: string) {
  const parsed = parseJson(output.trim());
  if ('error' in parsed) {
    return verdict.of(false, `expected ${typed(value)}, found text: ${quote(output.trim())}`);
  }
  const difference = jsonDifference(value, parsed.value);
  if (!difference) return verdict.of(true, `the output is ${typed(value)}`);
  const where = difference.path ? `at ${truncate(difference.path, 80)}: ` : '';
  return verdict.of(
    false,
    `${where}expected ${typed(difference.expected)}, found ${typed(difference.found)}`,
  );
}
