import type { z } from 'zod';
import type { Role } from '../domain/message.ts';
import type { Place } from '../domain/problem.ts';
import type { promptSchema } from './prompt-schema.ts';
import type { Path } from './read-yaml.ts';

/** A message before its template is looked at. `place` finds a spot of the template in the file. */
export type DraftMessage = {
  role: Role;
  template: string;
  line: number;
  place(spot: { line: number; column: number }): Place;
};

/** A prompt file that was taken apart: its fields, its messages, and where each field stands. */
export type PromptDraft = {
  fields: z.output<typeof promptSchema>;
  messages: DraftMessage[];
  at(path: Path): Place;
};
