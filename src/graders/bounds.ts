import { z } from 'zod';

/** How often something may occur. */
export const bounds = {
  min: z.int().min(0).optional().describe('At least so many times; 1 when neither bound is given.'),
  max: z.int().min(0).optional().describe('At most so many times; with it alone, none is fine.'),
};
