import type { Problem } from '../domain/problem.ts';

/** A problem on one line, for what is said while a run is under way. */
export const toSentences = ({ message, hint }: Pick<Problem, 'message' | 'hint'>): string =>
  hint ? `${message} ${hint}` : message;
