import { z } from 'zod';
import { defineGrader } from '../domain/grader.ts';
import { verdict } from './verdict.ts';

/** What the answer cost. */
export const cost = defineGrader({
  name: 'cost',
  summary: 'The answer cost at most so many US dollars; ungraded when the price of the model is unknown.',
  example: 'cost: 0.002',
  value: z.number().min(0).describe('US dollars.'),
  options: {},
  grade({ value }, { costUsd, source }) {
    if (source) return verdict.ungraded(`the answer came from the ${source} and cost nothing`);
    if (costUsd === null) return verdict.ungraded('the price of the model, or its use of tokens, is unknown');
    return verdict.of(
      costUsd <= value,
      `expected at most $${value}, it cost $${Number(costUsd.toPrecision(3))}`,
    );
  },
});
