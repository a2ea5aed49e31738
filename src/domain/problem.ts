/** A position in a file that a person wrote; line and column count from 1. */
export type Place = {
  file: string;
  line: number;
  column: number;
  /** The offending lines with a caret under the spot, ready to print. */
  frame?: string;
};

/** One thing that is wrong with what the user gave us, and what to do about it. */
export type Problem = {
  /** Stable, kebab-case: `unknown-key`. */
  code: string;
  severity: 'error' | 'warning';
  message: string;
  hint?: string;
  place?: Place;
};

/** What a loader gives back: as much of the value as could be made, and everything that was wrong. */
export type Checked<T> = { value: T | undefined; problems: Problem[] };
