import type { NamedGrade } from './grade.ts';
import type { Json } from './json.ts';
import type { Judgement } from './judgement.ts';
import type { Message } from './message.ts';
import type { Outcome } from './outcome.ts';
import type { Status } from './status.ts';

/** One line of `trials.jsonl`: everything about one finished trial. */
export type TrialRow = {
  schemaVersion: 1;
  id: string;
  suite: string;
  case: string;
  caseDigest: string;
  /** Of how it was graded; undefined in rows that were written before it was kept. */
  gradersDigest?: string;
  /** Counts from 1. */
  repeat: number;
  /** `name@v3`; absent when the suite has no prompt. */
  prompt?: string;
  promptDigest?: string;
  model: string;
  arm: string;
  lane: string;
  tags: string[];
  adversarial?: string;
  parent?: string;
  group?: string;
  weight: number;
  expect?: Json;
  status: Status;
  /** 0..1, the weighted mean of the grades; null unless passed or failed. */
  score: number | null;
  grades: NamedGrade[];
  /** What judges said, apart from the answer's own cost and tokens; absent where no model graded. */
  judgements?: Judgement[];
  messages: Message[];
  outcome: Outcome;
  /** US dollars; null when the price is unknown. */
  costUsd: number | null;
  /** ISO 8601, UTC. */
  startedAt: string;
};
