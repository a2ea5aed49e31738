import { z } from 'zod';

/** Where the graders of JSON find it in the output. */
export const jsonSource = {
  from: z
    .enum(['whole', 'fenced'])
    .default('whole')
    .describe(
      'whole: the output is JSON, or one ``` fence around it. fenced: the last ``` fence in the text.',
    ),
  repair: z
    .boolean()
    .default(false)
    .describe('Broken JSON (quotes, commas, an end that is missing) is mended first; the reason says so.'),
};
