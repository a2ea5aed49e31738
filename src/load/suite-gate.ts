import type { Gate } from '../domain/gate.ts';
import { gateSchema } from './gate-schema.ts';

/**
 * The gate of a suite, `written` as its file has it. Without one a suite is a test, in which each case matters by itself;
 * that stays so when it has a baseline, so that accepting one never makes it laxer.
 */
export function suiteGate(written: Gate | undefined): Gate {
  return written ?? { ...gateSchema.parse({}), target: 'suite' };
}
