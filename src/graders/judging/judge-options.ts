import { z } from 'zod';

/** What may stand beside every grader that asks a judge. */
export const judgeOptions = {
  judge: z
    .string()
    .min(1)
    .optional()
    .describe(
      "Who grades: a name under `judges:` of the config, or provider:model; else the suite's `judge:`, else the config's.",
    ),
  prompt: z
    .string()
    .min(1)
    .optional()
    .describe('A prompt version of your own that asks the judge: `my-judge@v2`.'),
  samples: z
    .int()
    .min(1)
    .max(25)
    .optional()
    .describe('Verdicts asked for each output; else as the judge says, else 1.'),
};
