import type { Answer } from './answer.ts';
import type { Failure } from './failure.ts';
import type { Json } from './json.ts';
import type { Message, Tool } from './message.ts';
import type { Model } from './model.ts';
import type { Problem } from './problem.ts';
import type { Request } from './request.ts';
import type { Settings } from './settings.ts';

/** Whose answer it is, for people and for the order in the file. */
export type CassetteLabel = {
  suite: string;
  case: string;
  /** `name@v3`. */
  prompt?: string;
  /** As the suite or the config calls it. */
  model: string;
  /** Counts from 1. */
  repeat: number;
};

/** A request as it stands in a cassette: a long text, long tools and a long schema by their digest. */
export type CassetteRequest = {
  provider: string;
  model: string;
  options: Record<string, Json>;
  settings: Settings;
  tools?: Tool[];
  toolsText?: string;
  outputSchema?: Json;
  outputSchemaText?: string;
  messages: (Message | { role: Message['role']; text: string })[];
  case?: Request['case'];
};

/** What is kept of an answer: nothing that differs when the same is answered again (no time, no ids, no cached tokens). */
export type CassetteAnswer = Omit<Answer, 'ms'>;

/** What came of a request. Of a failure nothing is kept that differs from one time to the next: no body, no wait. */
export type CassetteReply = { answer: CassetteAnswer } | { failure: Failure };

/** One line of a cassette. */
export type CassetteEntry = CassetteLabel & {
  /** SHA-256 (hex, first 16) of the repeat and the request. */
  digest: string;
  request: CassetteRequest;
} & CassetteReply;

/** The model that is asked, and whether its requests are made of the case too. */
export type CassetteModel = { model: Model; seesCase: boolean };

/** Answers a request from a cassette, or tells how it differs from what is in it. */
export type Cassette = {
  /** What was recorded for the request, or the problem to show when it is not in the cassette. */
  answer(asked: CassetteModel, request: Request): CassetteReply | Problem;
};
