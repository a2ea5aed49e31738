import type { Json } from '../../domain/json.ts';
import type { JudgeSample } from '../../domain/judgement.ts';

/** Says why an object is no verdict: it is one line, of our own words alone. */
export type Unread = { why: string };

/** The form of a verdict: what the judge is to answer, and how that is read. */
export type VerdictForm = {
  /** JSON Schema that the provider is asked to hold the reply to. The reason comes first, the verdict last. */
  schema: Json;
  /** The key without which an object of the reply is no verdict at all: `verdict`. It is the last one. */
  key: string;
  /** Reads an object that has the key. */
  read(value: Record<string, unknown>, source: string): JudgeSample | Unread;
  /** The verdict of that name; undefined where the form has no such names. */
  named?(name: string, reason: string): JudgeSample | undefined;
  /** Of several samples: their majority, the mean of their scores, or the one in the middle. */
  settle: 'majority' | 'mean' | 'median';
};
