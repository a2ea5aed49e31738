import type { Answer } from './answer.ts';
import type { Json } from './json.ts';
import type { Request } from './request.ts';

/** What all requests of an arm have in common, with its digest: the arm is digested once, not with each request. */
export type CachedArm = {
  digest: string;
  provider: string;
  /** The id that is asked for. */
  model: string;
  /** Of provider, model, address, options, settings, tools and schema, those that there are. */
  parts: Record<string, Json>;
};

/** Under what an answer is kept. */
export type RequestKey = {
  key: string;
  arm: CachedArm;
  /** Only where the request is made of the case too. */
  case?: Request['case'];
};

/** An answer as it was given, with the time at which it was. */
export type CachedAnswer = { answer: Answer; at: Date };

/** Answers by what they depend on. It never throws and never rejects: what goes wrong is said once, and then it is empty. */
export type ResponseCache = {
  read(key: string): CachedAnswer | undefined;
  /** Whether it is kept: false for an answer in which a secret stands, and when the cache does not work any more. */
  keep(entry: { key: RequestKey; request: Request; model: string; answer: Answer }): boolean;
  /** Writes what is not written yet. */
  close(): Promise<void>;
};
