import { z } from 'zod';
import { defineGrader } from '../domain/grader.ts';
import type { ToolCall } from '../domain/message.ts';
import { jsonDifference } from '../text/json-difference.ts';
import { quote } from '../text/quote.ts';
import { isSubset } from './is-subset.ts';
import { printed } from './printed.ts';
import { verdict } from './verdict.ts';

type Wanted = { name: string; arguments?: unknown };

const name = z.string().min(1);
const wanted = z.union([
  name.transform((one): Wanted => ({ name: one })),
  z.strictObject({
    name: name.describe('The function.'),
    arguments: z.unknown().optional().describe('What its arguments must hold; anything when left out.'),
  }),
]);

/** The calls that the model asked for. */
export const toolCalled = defineGrader({
  name: 'tool-called',
  summary:
    'The model called this function, or all of these, with arguments that hold at least the given ones.',
  example: 'tool-called: { name: get_weather, arguments: { city: Oslo } }',
  value: z
    .union([wanted.transform((one) => [one]), z.array(wanted).min(1)])
    .describe('A function name, { name, arguments }, or a list of these.'),
  options: {
    order: z
      .enum(['any', 'exact'])
      .default('any')
      .describe('exact: these calls, in this order, and no others.'),
    exact: z.boolean().default(false).describe('The arguments must be the given ones and nothing more.'),
  },
  grade({ value, options }, { answer: { toolCalls } }) {
    const fits = (call: ToolCall, wish: Wanted) =>
      call.name === wish.name &&
      (wish.arguments === undefined || holds(call.arguments, wish.arguments, options.exact));
    const made = toolCalls.length === 0 ? 'it called nothing' : `it called ${printCalls(toolCalls)}`;
    if (options.order === 'exact') {
      const passed =
        toolCalls.length === value.length && value.every((wish, at) => fits(toolCalls[at]!, wish));
      return verdict.of(passed, passed ? made : `expected exactly ${printCalls(value)}; ${made}`);
    }
    const missing = firstMissing(value, toolCalls, fits);
    return verdict.of(!missing, missing ? `expected ${printCalls([missing])}; ${made}` : made);
  },
});

const holds = (found: unknown, wish: unknown, isExact: boolean) =>
  isExact ? !jsonDifference(wish, found) : isSubset(wish, found);

const printCalls = (calls: readonly Wanted[]) => {
  const shown = calls
    .slice(0, 3)
    .map(
      ({ name: called, arguments: given }) =>
        `${quote(called, 40).slice(1, -1)}(${given === undefined ? '' : printed(given)})`,
    );
  return `${shown.join(', ')}${calls.length > 3 ? ` and ${calls.length - 3} more` : ''}`;
};

/** Each call answers one wish. A wish may move another to a different call (bipartite matching), so that a bare name takes none from a stricter one. */
function firstMissing(
  wishes: readonly Wanted[],
  calls: readonly ToolCall[],
  fits: (call: ToolCall, wish: Wanted) => boolean,
): Wanted | undefined {
  const takenBy = new Map<ToolCall, Wanted>();
  const place = (wish: Wanted, tried: Set<ToolCall>): boolean =>
    calls.some((call) => {
      if (tried.has(call) || !fits(call, wish)) return false;
      tried.add(call);
      const holder = takenBy.get(call);
      if (holder && !place(holder, tried)) return false;
      takenBy.set(call, wish);
      return true;
    });
  return wishes.find((wish) => !place(wish, new Set()));
}
