import { z } from 'zod';
import { parseDuration } from '../text/parse-duration.ts';

/** A duration such as 2s or 500ms, as milliseconds; a number is milliseconds. */
export const duration = z
  .union([z.number(), z.string()])
  .refine((written) => (parseDuration(written) ?? 0) > 0, 'expected a duration such as 2s or 500ms')
  .transform((written) => parseDuration(written)!)
  .describe('A duration such as 2s, 500ms or 1m; a number is milliseconds.');
