import type { Judgement } from '../../domain/judgement.ts';
import type { Pick } from '../../domain/label.ts';

/** What one person says of an output: a name on the menu, or null for one who cannot tell. */
export type Vote = { rater: string; label: string | null };

/** One labelled output, with all that the judge said of it. */
export type JudgedOutput = {
  /** Of the labels. */
  id: string;
  case: string;
  output: string;
  pick?: Pick | undefined;
  votes: readonly Vote[];
  /** Undefined where the judge could not even be put the question. */
  judgement?: Judgement | undefined;
  /** The same asked again. */
  repeats: readonly Judgement[];
  /** Of the output with content-free words at its end, where that was asked. */
  padded?: Judgement | undefined;
};
