import { z } from 'zod';
import { defineGrader } from '../domain/grader.ts';
import { numbersIn, type WrittenNumber } from '../text/numbers-in.ts';
import { quote } from '../text/quote.ts';
import { truncate } from '../text/truncate.ts';
import { verdict } from './verdict.ts';

type Taken = { number: WrittenNumber } | { reason: string };

/** A number as a suite or a data file gives it: itself, or a text that is one number and nothing else. */
function readExpected(text: string): number | undefined {
  const [first, ...more] = numbersIn(text);
  const isWhole = first && more.length === 0 && first.start === 0 && first.end === text.trim().length;
  return isWhole ? first.value : undefined;
}

/** A number that stands in the output, found by rule. */
export const number = defineGrader({
  name: 'number',
  summary:
    'A number taken out of the output (the last one, unless told) equals this one, within a tolerance.',
  example: 'number: $expect\nafter: "Answer: "\ntolerance: 0.01',
  value: z
    .union([z.number(), z.string()])
    .refine(
      (value) => typeof value === 'number' || readExpected(value.trim()) !== undefined,
      'expected a number',
    )
    .describe('The number that is expected; a text such as "1,234.50" is read as one.'),
  options: {
    take: z
      .enum(['last', 'first', 'only'])
      .default('last')
      .describe('Which number counts. only: two different numbers fail.'),
    after: z
      .string()
      .min(1)
      .optional()
      .describe('Only what follows the last occurrence of this text is read.'),
    tolerance: z.number().min(0).default(0).describe('How far it may be off.'),
    relative: z
      .number()
      .min(0)
      .default(0)
      .describe('How far it may be off, as a share of the expected number: 0.01 is 1 %.'),
    decimal: z
      .enum(['dot', 'comma'])
      .default('dot')
      .describe('The decimal sign of the output: 1,234.5 or 1.234,5.'),
  },
  grade({ value, options }, { answer }) {
    const expected = typeof value === 'number' ? value : readExpected(value.trim())!;
    const taken = take(answer.text, options);
    if ('reason' in taken) return verdict.of(false, `expected ${expected}; ${taken.reason}`);
    const allowed = Math.max(options.tolerance, options.relative * Math.abs(expected));
    const off = Math.abs(taken.number.value - expected);
    const isExact =
      allowed > 0 || typeof value === 'number' || sameDigits(value.trim(), taken.number.written);
    // 0.1 + 0.2 is within 0 of 0.3: the last bits of a sum are nobody's mistake.
    const rounding = Number.EPSILON * 4 * Math.abs(expected);
    const passed = isExact && off <= allowed + (allowed > 0 ? rounding : 0);
    const margin = allowed > 0 ? ` (allowed to be off by ${allowed})` : '';
    return verdict.of(passed, `expected ${expected}${margin}, found ${truncate(taken.number.written, 40)}`);
  },
});

/** Above 15 digits two numbers that differ can be one double; then the digits decide. */
function sameDigits(expected: string, found: string): boolean {
  const { written } = numbersIn(expected)[0]!;
  const isSafe = Math.max(written.length, found.length) <= 15 || /e/i.test(written + found);
  return isSafe || bareDigits(written) === bareDigits(found);
}

/** Without zeros that say nothing. No text has a number of more than 400 digits that is meant. */
function bareDigits(written: string): string {
  if (written.length > 400) return written;
  const whole = written.replace(/^(-?)0+(?=\d)/, '$1');
  return whole.includes('.') ? whole.replace(/0+$/, '').replace(/\.$/, '') : whole;
}

function take(text: string, options: { take: string; after?: string; decimal: 'dot' | 'comma' }): Taken {
  const at = options.after === undefined ? 0 : text.lastIndexOf(options.after);
  if (at === -1) return { reason: `the output has no ${quote(options.after!, 40)}` };
  const numbers = numbersIn(text.slice(at + (options.after?.length ?? 0)), options.decimal);
  const found = options.take === 'last' ? numbers.at(-1) : numbers[0];
  const where = options.after === undefined ? 'in the output' : `after the last ${quote(options.after, 40)}`;
  if (!found) return { reason: `there is no number ${where}` };
  const other = options.take === 'only' && numbers.find((each) => each.value !== found.value);
  return other
    ? {
        reason: `there is more than one number ${where}: ${truncate(found.written, 40)} and ${truncate(other.written, 40)}`,
      }
    : { number: found };
}
