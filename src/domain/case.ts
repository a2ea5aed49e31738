import type { Check } from './check.ts';
import type { Json } from './json.ts';
import type { Checked } from './problem.ts';

/** What the references in a check are filled from: `$expect`, `$vars.name`, `$meta.name`. */
export type CheckRoots = Pick<Case, 'vars' | 'expect' | 'meta'>;

/** One input with what is expected of the output. */
export type Case = {
  /** Unique in the suite; `/` on every system. */
  id: string;
  vars: Record<string, Json>;
  /** The reference answer; undefined when the case has none. */
  expect?: Json;
  meta: Record<string, Json>;
  tags: string[];
  /** Positive; 1 unless the file says more. */
  weight: number;
  /** Cases that share a source share a group: they are not independent. */
  group?: string;
  /** The kind of attack or mutation, when the case is adversarial. */
  adversarial?: string;
  /** The id of the benign case that this one was made from. */
  parent?: string;
  /** Runs and is recorded, is not graded. */
  observe: boolean;
  /** What grades it: the suite's graders and its own, in order. */
  checks: Check[];
  /** The same checks, with their references filled from another input. Undefined in a case that was not loaded. */
  checksFor?(roots: CheckRoots): Checked<Check[]>;
  /**
   * What copies of it need: the names of the variables that are its own (not the suite's), and its own graders as they
   * stand in the file. Undefined in a case that was not loaded.
   */
  written?: { vars: readonly string[]; graders?: Json };
  /** SHA-256 (hex, first 16) of the case's content: vars, expect, meta. An edit makes another case of it. */
  digest: string;
  /** The same of its graders, as they are written: other graders, and its verdicts say something else. */
  gradersDigest: string;
};
