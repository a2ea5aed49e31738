import { z } from 'zod';
import type { Usage } from '../domain/answer.ts';
import { defineGrader } from '../domain/grader.ts';
import { verdict } from './verdict.ts';

const count = z.int().min(0);

/** How many tokens the provider counted; never an estimate. */
export const tokens = defineGrader({
  name: 'tokens',
  summary: 'The provider counted so many tokens; ungraded when it did not say.',
  example: 'tokens: { max: 300 }',
  value: z
    .strictObject({
      min: count.optional().describe('At least so many.'),
      max: count.optional().describe('At most so many.'),
    })
    .refine(({ min, max }) => min !== undefined || max !== undefined, 'needs a min or a max')
    .refine(({ min, max }) => (min ?? 0) <= (max ?? Number.POSITIVE_INFINITY), 'min is larger than max')
    .describe('{ min, max }.'),
  options: {
    of: z
      .enum(['output', 'input', 'total'])
      .default('output')
      .describe('Which tokens; reasoning is a part of the output.'),
  },
  grade({ value: { min, max }, options }, { answer: { usage } }) {
    const found = pick(usage, options.of);
    if (found === undefined) return verdict.ungraded('the provider did not say how many tokens it used');
    const wanted = [
      ...(min === undefined ? [] : [`at least ${min}`]),
      ...(max === undefined ? [] : [`at most ${max}`]),
    ];
    const passed = found >= (min ?? 0) && found <= (max ?? Number.POSITIVE_INFINITY);
    return verdict.of(passed, `expected ${wanted.join(' and ')} ${options.of} tokens, found ${found}`);
  },
});

function pick({ input, output }: Usage, of: 'output' | 'input' | 'total'): number | undefined {
  if (of === 'output') return output;
  if (of === 'input') return input;
  return input === undefined || output === undefined ? undefined : input + output;
}
