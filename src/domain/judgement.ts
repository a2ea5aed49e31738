import type { Usage } from './answer.ts';

/** What one readable reply of a judge says. */
export type JudgeSample = {
  /** A name of the menu: `pass`, `4`, `contradicts`, `first`. */
  verdict: string;
  /** 0..1. */
  score: number;
  reason: string;
  /** Where the graded output stood, when two were shown. */
  place?: 'first' | 'second';
};

/** All that one judge said to one question about one output, with what it took. */
export type Judgement = {
  /** The name of the check in reports, and the grader that asked. */
  check: string;
  grader: string;
  judge: string;
  /** Of judge, prompt and question, as in `Judging`. */
  digest: string;
  /** `evals/judge@v1` for a prompt of this package, else `name@v3`. */
  prompt: string;
  promptDigest: string;
  /** What came of it, before a `not`; null when there is no verdict. The score is 0..1. */
  verdict: string | null;
  score: number | null;
  /** Whether that reaches the threshold of the check. */
  passed: boolean | null;
  samples: JudgeSample[];
  /** Why replies held no verdict, one line each; their first 500 characters. */
  unread: { why: string; reply: string }[];
  /** Why requests were not answered, one line each. */
  failed: string[];
  /** Requests, and those of them that were really asked (not answered by cache or cassette). */
  calls: number;
  asked: number;
  /** Tokens of what was asked. */
  usage: Usage;
  /** US dollars of what was asked; null when the price is unknown. */
  costUsd: number | null;
  /** The ids that the provider said it served. */
  served: string[];
};
