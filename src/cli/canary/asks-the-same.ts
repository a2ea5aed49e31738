import { askedOf } from '../../domain/asked-of.ts';
import type { RunArm } from '../../domain/run.ts';

/** Whether two arms put the same question to the same model: then the one says how the other would answer today. */
export const asksTheSame = (one: RunArm, other: RunArm): boolean => askedOf(one) === askedOf(other);
