import { z } from 'zod';
import { defineGrader } from '../domain/grader.ts';
import { andThen } from '../flow/and-then.ts';
import { jsonType } from '../text/json-type.ts';
import { jsonSource } from './json-source.ts';
import { outputJson } from './output-json.ts';
import { verdict } from './verdict.ts';

/** Valid JSON of any type. */
export const json = defineGrader({
  name: 'json',
  summary: 'The output is valid JSON; one ``` fence around it is allowed.',
  example: 'json: true',
  value: z.literal(true).describe('Always true; write `not: true` beside it for the opposite.'),
  options: jsonSource,
  grade({ options }, { answer }) {
    return andThen(outputJson(answer.text, options), (found) =>
      'error' in found
        ? verdict.of(false, found.error)
        : verdict.of(true, `the output is valid JSON: ${article(jsonType(found.value))}${found.note}`),
    );
  },
});

const article = (kind: string) => (kind === 'null' ? kind : `${/^[ao]/.test(kind) ? 'an' : 'a'} ${kind}`);
