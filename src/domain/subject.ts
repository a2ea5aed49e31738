import type { Answer } from './answer.ts';
import type { Json } from './json.ts';
import type { Message } from './message.ts';

/** All that a grader may look at. */
export type Subject = {
  answer: Answer;
  messages: Message[];
  case: { id: string; vars: Record<string, Json>; expect?: Json; meta: Record<string, Json>; tags: string[] };
  /** What the baseline's run answered to this case, where that is on disk; for graders that compare. */
  before?: string;
  /** US dollars for this answer; null when the model's price is unknown. */
  costUsd: number | null;
  /** Where the answer comes from when nobody was asked: it has then neither a time nor a price. */
  source?: 'cache' | 'cassette';
};
