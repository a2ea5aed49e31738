import type { JudgedCounts } from '../../domain/calibration.ts';
import { youdenIndex } from '../../stats/youden-index.ts';

/** Of J the lower limit of its two-sided interval of this confidence is taken. */
const confidence = 0.9;

/** By this (0..1) a difference shrinks at most on the way through a judge: what a gate reckons with. */
export const gateJ = (counts: JudgedCounts) => Math.max(0, youdenIndex(counts, confidence).low);
