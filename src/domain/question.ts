import type { Judging } from './judge.ts';

/** One question that a suite asks a judge: a grader entry with who answers it. */
export type Question = Judging & {
  /** What its check is called in reports. */
  check: string;
  grader: string;
  /** Verdicts rest on it: somewhere its weight is above 0, and that of all that hold it. */
  counts: boolean;
};
