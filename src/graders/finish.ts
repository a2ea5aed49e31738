import { z } from 'zod';
import { defineGrader } from '../domain/grader.ts';
import { quote } from '../text/quote.ts';
import { verdict } from './verdict.ts';

const reason = z.enum(['stop', 'length', 'content-filter', 'tool-calls', 'error', 'other']);

/** Why the model stopped. */
export const finish = defineGrader({
  name: 'finish',
  summary:
    'The model stopped for this reason, or for one of these: stop, length (cut off), content-filter, tool-calls.',
  example: 'finish: stop',
  value: z
    .union([reason.transform((one) => [one]), z.array(reason).min(1)])
    .describe('A reason, or a list of them.'),
  options: {},
  grade({ value }, { answer: { finish: found } }) {
    const raw = found.raw !== undefined && found.raw !== found.unified ? ` (${quote(found.raw, 40)})` : '';
    return verdict.of(
      value.includes(found.unified),
      `expected it to stop for ${value.join(' or ')}; it stopped for ${found.unified}${raw}`,
    );
  },
});
