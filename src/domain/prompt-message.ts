import type { Role } from './message.ts';

/** One message of a prompt before it is filled; `template` is Liquid. */
export type PromptMessage = {
  role: Role;
  template: string /** Line of the file on which the template starts, from 1. */;
  line: number;
};
