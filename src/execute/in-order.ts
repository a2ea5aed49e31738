import type { Judgement } from '../domain/judgement.ts';
import { naturalOrder } from '../text/natural-order.ts';

/** Judgements in the order of their checks, as the grades are, whatever came first. */
export const inOrder = (judgements: readonly Judgement[]): Judgement[] =>
  [...judgements].sort((a, b) => naturalOrder(a.check, b.check));
