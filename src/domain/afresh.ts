/** What was asked beside the trials: cases, those of them that gave an answer which counts, and what all answers cost. */
export type AskedAgain = {
  cases: number;
  answered: number;
  /** Answers that were asked for, with those that errored. */
  answers: number;
  /** US dollars over the answers with a known price; `unknown` counts the others. */
  usd: number;
  unknown: number;
};

/** Fresh answers of one arm's baseline, and of the cases that it lost; `baseline`: all of its answers, on a holdout. */
export type Afresh = { canary: AskedAgain; redraws: AskedAgain; baseline?: AskedAgain };
