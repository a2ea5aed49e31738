import type { ArmResults } from '../../domain/arm-results.ts';
import type { Acceptance } from '../../domain/baseline.ts';
import type { Regrading } from '../../domain/regrading.ts';
import type { Notable } from '../../domain/summary.ts';
import type { Variant } from '../robustness/variant.ts';

/** What is known of a case's answer; texts are cut already. */
export type CaseText = Pick<Notable, 'expected' | 'got' | 'reasons'>;

/** One side of a comparison, and what is known of it beside its numbers. */
export type ComparedSide = {
  results: ArmResults;
  /** `baseline`, `run 20261120-…`, `baseline at git:main`. */
  label: string;
  accepted?: Acceptance;
  /** What became of those of its answers that were graded in another way. */
  regraded?: Regrading;
  /** By the id of the case. Of several repeats the one that is worth showing: of a loss the first that failed. */
  texts?: ReadonlyMap<string, CaseText>;
  /** The whole text of the prompt, where it is at hand. */
  promptText?: string;
  /** Planned cases of which there is no row, so that nobody can say which they are; 0 when undefined. */
  unseen?: number;
  /** Cases that were asked and are only observed, so that they have no result. */
  observed?: readonly string[];
  /** Cases that were made from others, as far as that is known. */
  variants?: readonly Variant[];
};
