import { z } from 'zod';
import { oneCheck } from './one-check.ts';

/** A list of grader entries. */
export const someChecks = z
  .array(oneCheck)
  .min(1, 'needs at least one grader')
  .describe('A list of grader entries.');
