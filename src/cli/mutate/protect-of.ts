import type { Case } from '../../domain/case.ts';
import { problems } from '../../domain/problems.ts';
import { Refusal } from '../refusal.ts';

/** The texts that a case marks by `meta.protect`. Throws a `Refusal` where that is not a list of texts. */
export function protectOf({ id, meta }: Pick<Case, 'id' | 'meta'>): string[] {
  const { protect = [] } = meta;
  const isList = Array.isArray(protect) && protect.every((one) => typeof one === 'string');
  if (!isList) throw new Refusal([problems.protectShape({ id })]);
  return protect as string[];
}
