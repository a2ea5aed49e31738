import { z } from 'zod';

/** The day is one that there is: 2026-02-30 is none. */
const isDay = (text: string) => {
  const time = /^\d{4}-\d{2}-\d{2}$/.test(text) ? Date.parse(`${text}T00:00:00Z`) : Number.NaN;
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
};

/** `evals/quarantine.yaml`: cases that are shown and do not count for the gate. */
export const quarantineSchema = z.array(
  z.strictObject({
    suite: z.string().min(1).describe('The name of the suite.'),
    case: z.string().min(1).describe('The id of the case.'),
    reason: z.string().trim().min(1).describe('Why it does not count for a while.'),
    until: z
      .string()
      .refine(isDay, 'needs a day such as 2026-12-31')
      .describe('The last day (UTC) on which it does not count.'),
  }),
);
