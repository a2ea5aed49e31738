import { z } from 'zod';
import type { Grade } from '../domain/grade.ts';
import { defineGrader } from '../domain/grader.ts';
import { andThen } from '../flow/and-then.ts';
import { lazy } from '../flow/lazy.ts';
import { jsonDifference } from '../text/json-difference.ts';
import { messageOf } from '../text/message-of.ts';
import { jsonSource } from './json-source.ts';
import { linearRegex } from './linear-regex.ts';
import { outputJson } from './output-json.ts';
import { printed } from './printed.ts';
import { typed } from './typed.ts';
import { verdict } from './verdict.ts';

type Search = (expression: string) => (value: unknown) => unknown;
type Wanted = { equals?: unknown; matches?: string; exists?: boolean; contains?: unknown };

const load = lazy(async (): Promise<Search> => {
  const { compile, TreeInterpreter } = await import('@jmespath-community/jmespath');
  const compiled = new Map<string, ReturnType<typeof compile>>();
  return (expression) => {
    const tree = compiled.get(expression) ?? compile(expression);
    compiled.set(expression, tree);
    return (value) => TreeInterpreter.search(tree, value as Parameters<typeof TreeInterpreter.search>[1]);
  };
});
const anything = z
  .unknown()
  .refine((value) => value !== undefined)
  .optional();
const wishes = ['equals', 'matches', 'exists', 'contains'] as const;

/** One value out of the output's JSON. */
export const jsonPath = defineGrader({
  name: 'json-path',
  summary: 'What a JMESPath expression finds in the JSON of the output: that it is there, or its value.',
  example: "json-path: 'items[0].price'\nequals: 12.5",
  value: z.string().min(1).describe('A JMESPath expression.'),
  options: {
    equals: anything.describe('It is this JSON value; types are strict.'),
    matches: z
      .string()
      .min(1)
      .optional()
      .describe('It is a text that this regular expression (RE2) matches.'),
    contains: anything.describe('It is a text that holds this one, or a list with this item.'),
    exists: z.boolean().optional().describe('It is there and not null; the default. false: it is not.'),
    ...jsonSource,
  },
  prepare: async () => Promise.all([load(), linearRegex()]),
  refuse: ({ value, options }) => refuse(value, options),
  grade({ value, options }, { answer }) {
    return andThen(outputJson(answer.text, options), (output) => {
      if ('error' in output) return verdict.of(false, output.error);
      return andThen(load(), (search) => {
        const found = search(value)(output.value);
        const say = (passed: boolean, wish: string) =>
          verdict.of(passed, `${value} is ${printed(found)}${wish}${output.note}`);
        return judge(found, options, say);
      });
    });
  },
});

type Say = (passed: boolean, wish: string) => Grade;

function judge(found: unknown, wanted: Wanted, say: Say): Grade | Promise<Grade> {
  const { equals, contains, matches, exists = true } = wanted;
  if (equals !== undefined) return say(!jsonDifference(equals, found), `; expected ${typed(equals)}`);
  if (contains !== undefined)
    return say(holds(found, contains), `; expected it to hold ${printed(contains)}`);
  if (matches !== undefined) {
    return andThen(linearRegex(), (compile) => {
      const isMatch = typeof found === 'string' && compile(matches).test(found);
      return say(isMatch, `; expected a match of ${printed(matches)}`);
    });
  }
  const isThere = found !== null && found !== undefined;
  return say(isThere === exists, exists ? '' : '; expected nothing there');
}

function holds(found: unknown, part: unknown): boolean {
  if (typeof found === 'string')
    return typeof part === 'string' && found.normalize('NFC').includes(part.normalize('NFC'));
  return Array.isArray(found) && found.some((item) => !jsonDifference(part, item));
}

function refuse(expression: string, options: Wanted): string | undefined {
  const named = wishes.filter((wish) => options[wish] !== undefined);
  if (named.length > 1) return `${named.join(' and ')} exclude each other`;
  const search = load();
  const compile = linearRegex();
  try {
    if (!(search instanceof Promise)) search(expression);
    if (options.matches !== undefined && !(compile instanceof Promise)) compile(options.matches);
    return undefined;
  } catch (error) {
    return messageOf(error);
  }
}
