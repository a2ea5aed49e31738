import { z } from 'zod';
import { defineGrader } from '../domain/grader.ts';
import { andThen } from '../flow/and-then.ts';
import { jsonDifference } from '../text/json-difference.ts';
import { truncate } from '../text/truncate.ts';
import { withoutPaths } from '../text/without-paths.ts';
import { jsonSource } from './json-source.ts';
import { outputJson } from './output-json.ts';
import { typed } from './typed.ts';
import { verdict } from './verdict.ts';

/** The output's JSON against a whole value. Lists keep their order unless told: an order that got lost is a change. */
export const sameJson = defineGrader({
  name: 'same-json',
  summary: 'The output is JSON with this value; keys in any order, some paths left out.',
  example: 'same-json: $expect\nignore: [id, "items[*].createdAt"]',
  value: z
    .unknown()
    .refine((value) => value !== undefined, 'needs a value')
    .describe('Any JSON value, or { file: ./expected.json }.'),
  options: {
    ignoreOrder: z
      .boolean()
      .default(false)
      .describe('Lists are compared as bags: the order of their items is free.'),
    ignore: z
      .array(z.string().min(1))
      .default([])
      .describe('Dotted paths that are left out on both sides; * stands for any key or index.'),
    ...jsonSource,
  },
  grade({ value, options }, { answer }) {
    return andThen(outputJson(answer.text, options), (found) => {
      if ('error' in found) return verdict.of(false, found.error);
      const left = (each: unknown) => withoutPaths(each, options.ignore);
      const difference = jsonDifference(left(value), left(found.value), options.ignoreOrder);
      if (!difference) return verdict.of(true, `the JSON is the same${found.note}`);
      return verdict.of(
        false,
        `${truncate(difference.path, 80) || 'the value'}: expected ${typed(difference.expected)}, found ${typed(difference.found)}${found.note}`,
      );
    });
  },
});
