import type { Json } from '../../domain/json.ts';
import type { Exchange } from './exchange.ts';

export type JsonObject = { [key: string]: Json };

/** Collects the events of one streamed answer. */
export type Assembler = {
  /** Takes one event; true when it holds a part of the answer itself (text or a tool call). */
  take(event: JsonObject): boolean;
  /** Whether what came is all: the protocol's own mark of the end was there. */
  isWhole(): boolean;
  /** The answer as the endpoint would have given it without streaming. */
  toWhole(): JsonObject;
};

/** How one protocol streams, and how its events make up the body that it gives without streaming. */
export type Assembly = {
  /** The request for a whole answer, turned into one for a stream. */
  toStreamed(exchange: Exchange): Exchange;
  start(): Assembler;
};
