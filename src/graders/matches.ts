import { z } from 'zod';
import { defineGrader } from '../domain/grader.ts';
import { andThen } from '../flow/and-then.ts';
import { messageOf } from '../text/message-of.ts';
import { quote } from '../text/quote.ts';
import { bounds } from './bounds.ts';
import { type LinearRegex, linearRegex } from './linear-regex.ts';
import { occurrenceRange } from './occurrence-range.ts';
import { textOptions } from './text-options.ts';
import { verdict } from './verdict.ts';

type Options = {
  ignoreCase: boolean;
  multiline: boolean;
  dotAll: boolean;
  engine: 're2' | 'js';
  min?: number;
  max?: number;
};

/** What RE2 leaves out so that no pattern can hang: lookaround and backreferences. */
const beyondRe2 = /\(\?(?:=|!|<=|<!|>)|\\(?:[1-9]|k<)/;

/** A regular expression over the output. */
export const matches = defineGrader({
  name: 'matches',
  summary:
    'A regular expression (RE2 syntax, never slow) matches somewhere in the output; with bounds, so many times.',
  example: "matches: '\\b[A-Z]{2}\\d{6}\\b'\nmin: 1",
  value: z
    .string()
    .min(1, 'must not be empty: an empty pattern matches everything')
    .describe('The pattern, without slashes.'),
  options: {
    ignoreCase: textOptions.ignoreCase,
    multiline: z.boolean().default(false).describe('^ and $ stand at the ends of every line.'),
    dotAll: z.boolean().default(false).describe('The dot matches newlines too.'),
    engine: z
      .enum(['re2', 'js'])
      .default('re2')
      .describe("js: JavaScript's own engine, with lookaround, in a worker with a deadline."),
    ...bounds,
  },
  prepare: async () => linearRegex(),
  refuse: ({ value, options }) => refuse(value, options),
  grade({ value, options }, { answer }, tools) {
    const text = answer.text.normalize('NFC');
    if (options.engine === 'js') {
      const flags = `${options.ignoreCase ? 'i' : ''}${options.multiline ? 'm' : ''}${options.dotAll ? 's' : ''}u`;
      return tools
        .matchNatively(value.normalize('NFC'), flags, text)
        .then((isFound) => verdict.of(isFound, found(value, isFound)));
    }
    return andThen(linearRegex(), (compile) =>
      search(compile(value.normalize('NFC'), options), text, options),
    );
  },
});

const found = (pattern: string, isFound: boolean) =>
  `the output ${isFound ? 'matches' : 'does not match'} ${quote(pattern)}`;

function search(regex: LinearRegex, text: string, options: Options) {
  if (options.min === undefined && options.max === undefined) {
    const isFound = regex.test(text);
    return verdict.of(isFound, found(regex.source, isFound));
  }
  const range = occurrenceRange(options);
  const count = regex.count(text, range.enough);
  const shown = count >= range.enough ? `${count} or more` : String(count);
  return verdict.of(
    range.holds(count),
    `expected ${range.text} matches of ${quote(regex.source)}, found ${shown}`,
  );
}

function refuse(pattern: string, options: Options): string | undefined {
  if (occurrenceRange(options).isEmpty) return 'min is larger than max';
  if (options.engine === 'js') {
    if (options.min !== undefined || options.max !== undefined) return 'min and max need `engine: re2`';
    return errorOf(() => new RegExp(pattern, 'u'));
  }
  const compile = linearRegex();
  if (compile instanceof Promise) return beyondRe2.test(pattern) ? useJs(pattern) : undefined;
  const error = errorOf(() => compile(pattern.normalize('NFC'), options));
  return error && beyondRe2.test(pattern) ? useJs(pattern) : error;
}

const useJs = (pattern: string) =>
  `${quote(pattern)} has lookaround or a backreference, which RE2 does not know; write \`engine: js\` beside it`;

function errorOf(compile: () => unknown): string | undefined {
  try {
    compile();
    return undefined;
  } catch (error) {
    return messageOf(error);
  }
}
