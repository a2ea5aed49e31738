import { z } from 'zod';
import { defineGrader } from '../domain/grader.ts';
import { findLeak } from '../text/find-leak.ts';
import { verdict } from './verdict.ts';

const canaryText = z.string().min(16, 'needs at least 16 characters: a shorter one turns up by chance');

/** Passes when no canary is in the output. Who says one has seen the file that it stands in: it is in no prompt. */
export const canary = defineGrader({
  name: 'canary',
  summary:
    'Passes when none of these canaries stands in the output, in whatever disguise (as `leaks` knows them): a model that says one has seen the file that it marks.',
  example: 'canary: "8f14e45f-ceea-467f-9e0a-3b1d6c7f2a55"',
  value: z
    .union([canaryText.transform((one) => [one]), z.array(canaryText).min(1)])
    .describe('The canaries, each of at least 16 characters.'),
  options: {},
  grade({ value }, { answer }) {
    const found = findLeak(answer.text, value);
    if (!found) return verdict.of(true, 'no canary in it');
    const which = value.length > 1 ? ` ${found.index + 1} of ${value.length}` : '';
    return verdict.of(
      false,
      `says canary${which}, ${found.disguise}: the model has seen the file that it marks`,
    );
  },
});
