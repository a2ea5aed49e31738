import { z } from 'zod';
import type { Check } from '../domain/check.ts';

/** A grader entry, which the loader has made a check of. */
export const oneCheck = z.custom<Check>(
  (value) => typeof value === 'object' && value !== null,
  'expected a grader',
);
