import type { Case } from '../../domain/case.ts';
import type { Place } from '../../domain/problem.ts';

/** A case, and where it is written. */
export type PlacedCase = { one: Case; place: Place };
