import type { Allowed } from '../domain/allowed.ts';

/** A budget that limits nothing is not in the way of any request. */
export const isLimited = (allowed: Allowed): boolean =>
  Object.values(allowed).some((limit) => limit !== undefined);
