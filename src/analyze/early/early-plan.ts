import type { Gate } from '../../domain/gate.ts';
import type { CriticalScores } from './critical-scores.ts';
import type { EarlyCase } from './early-case.ts';

/** What is known of an arm before it is asked: the cases in the order in which they count, and what they are held to. */
export type EarlyPlan = {
  cases: readonly EarlyCase[];
  repeat: number;
  gate: Pick<Gate, 'slices' | 'floor' | 'critical' | 'confidence'>;
  /** Share, 0..1. */
  margin: number;
  /** One-sided, 0..1. */
  alpha: number;
  scores: CriticalScores;
};
