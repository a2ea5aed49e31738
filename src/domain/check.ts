import type { Grader } from './grader.ts';
import type { Json } from './json.ts';
import type { Judging } from './judge.ts';

/** A grader with its options, as one entry under `graders:`, checked at load. */
export type Check = {
  grader: Grader;
  /** What it is called in reports: the entry's `name`, else the grader's. Unique within a case. */
  name: string;
  /** The value of the grader's own key: parsed, and with `$expect` and the like already replaced. */
  value: unknown;
  /** The options beside the key, parsed. */
  options: Record<string, unknown>;
  /** At least 0; 0 is shown and never counted. */
  weight: number;
  /** The verdict is turned round: score becomes 1 - score. */
  not: boolean;
  /** The score from which it passes; the grader's own when undefined. */
  threshold?: number;
  /** Who is asked, where a model grades. */
  judging?: Judging;
  /** As it was written, for digests and reports; with the judge and its prompt where a model grades. */
  source: Json;
};
