import type { Case, CheckRoots } from './case.ts';
import type { Check } from './check.ts';
import type { Gate } from './gate.ts';
import type { Model } from './model.ts';
import type { Checked, Place } from './problem.ts';
import type { Prompt } from './prompt.ts';
import type { Question } from './question.ts';

/** The suite's cases, read when they are needed: the index is in memory, the rows are on disk. */
export type CaseSource = {
  count: number;
  /** The case at `index` (0-based, the order of the file). Rejects when a data file changed or cannot be read. */
  read(index: number): Promise<Case> | Case;
  /** Where it is written, without the lines. Undefined in cases that were not loaded. */
  place?(index: number): Place;
  close(): Promise<void>;
};

/** A suite, checked: everything that it names exists. */
export type Suite = {
  name: string;
  /** Path from the project's root, with `/`. */
  file: string;
  description?: string;
  /** Empty when the cases' own text is the user's message. */
  prompts: Prompt[];
  models: Model[];
  cases: CaseSource;
  /** What judges are asked in it, each question once; empty where no model grades. */
  questions: Question[];
  /**
   * The checks of each case without graders of its own, with their references filled from an input that may be none of
   * them. Undefined in a suite that was not loaded.
   */
  checksFor?(roots: CheckRoots): Checked<Check[]>;
  /** SHA-256 (hex, first 16) of the suite's graders as they are written, with the files that they name. */
  gradersDigest?: string;
  /** The plain file that the key `holdout` names, from the root with `/`, whether it is there or only its sealed form is. */
  holdout?: string | undefined;
  /** Before the selection of this run. */
  casesInSuite: number;
  /** Cases of it that were made from others. */
  variants?: number;
  repeat: number;
  gate: Gate;
  /** The file has a `gate:` of its own. */
  hasGate: boolean;
  /** SHA-256 (hex) of the suite file and of its data files. */
  digest: string;
};
