import type { GateVerdict } from '../../domain/comparison.ts';
import type { Ruling } from '../../domain/summary.ts';

const verdicts = { PASS: 'pass', FAIL: 'fail', INCONCLUSIVE: 'inconclusive' } as const;

/** The verdict of a test as that of a rule. */
export const toRulingVerdict = (verdict: GateVerdict): Ruling['verdict'] => verdicts[verdict];
