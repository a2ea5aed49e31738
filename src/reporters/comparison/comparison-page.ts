import type { Comparison } from '../../domain/comparison.ts';
import type { Canvas } from '../terminal/canvas.ts';
import { comparisonSentence } from '../wording/comparison-sentence.ts';

/** How much of a comparison is shown. */
export type ComparisonLook = {
  /** Flips that are shown; 10 unless told. */
  mostFlips?: number;
  /** The command that shows the rest of them. */
  more?: string;
  /** The page is not a part of an arm's: it names both sides, its own verdict, and shows the prompt's diff. */
  isAlone?: boolean;
  /** The provider moved: what is lower is not the change's doing. */
  isStale?: boolean;
};

/** A comparison as lines for a terminal: the sentence, what flipped, slices, what has no pair, what else differs. */
export async function comparisonPage(
  comparison: Comparison,
  on: Canvas,
  _look: ComparisonLook = {},
): Promise<string[]> {
  return on.paragraph('  ', [{ text: comparisonSentence(comparison), mark: on.strong }]);
}
