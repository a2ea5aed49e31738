/** Why stored answers cannot be graded again. */
export type WhyNotRegraded =
  /** The run whose answers they are is not on disk, or its journal cannot be read. */
  | 'run-gone'
  | 'run-broken'
  /** The answers on disk are not those whose results are stored. */
  | 'answers-differ'
  /** The prompt itself graded them, and cannot be found any more. */
  | 'prompt-gone'
  /** A judge would have to be asked by a command that asks nobody. */
  | 'asks-judge'
  /** The project cannot be loaded as it is today. */
  | 'project-broken';

/** What became of stored answers that were graded in another way than today. */
export type Regrading = {
  /** The run whose answers they are. */
  run: string;
  /** Cases that were graded again, and their answers. */
  cases: number;
  answers: number;
  /** How many of the answers passed as they were graded, and as they are graded today, of those with a verdict. */
  before: { passed: number; of: number };
  after: { passed: number; of: number };
  /** What judges were asked for it; `unknown` counts answers whose price nobody knows, `usd` are US dollars. */
  judges?: { calls: number; asked: number; usd: number; unknown: number };
  /** Cases that could not be graded again, and why. */
  left: number;
  why?: WhyNotRegraded;
};
