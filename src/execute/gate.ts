import type { Failure } from '../domain/failure.ts';
import type { Reply, Request } from '../domain/request.ts';

/** What an attempt has to pass before it is made: a circuit, a budget, a pace. */
export type Gate = {
  /**
   * Undefined when the attempt may be made now; a promise while it has to wait, which ends when `signal` is aborted.
   * A failure means that the attempt is not made; then `leave` is not called.
   */
  enter(request: Request, signal: AbortSignal): Failure | undefined | Promise<Failure | undefined>;
  /** After what was let in: its reply, or nothing when a later gate has refused it and nobody was asked. */
  leave(request: Request, reply: Reply | undefined): void;
};
