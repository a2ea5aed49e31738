import type { Case } from '../domain/case.ts';

/** The same content twice in a file without ids: the second is another case. Counts from 1. */
export const repeated = (one: Case, repetition: number): Case =>
  repetition === 1 ? one : { ...one, id: `${one.id}~${repetition}` };
