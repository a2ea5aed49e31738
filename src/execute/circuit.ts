import { failures } from '../domain/failures.ts';
import type { Reply, Request } from '../domain/request.ts';
import { waitingLine } from '../flow/waiting-line.ts';
import { type BreakerOptions, breaker } from './breaker.ts';
import type { Gate } from './gate.ts';

/** Shared by all that is asked of one model at one address. */
export type Circuit = {
  /** With a fallback nobody waits while it is open: what comes is refused, and the fallback is asked instead. */
  gate(hasFallback: boolean): Gate;
};

const isCancelled = (reply: Reply) => reply.status === 'errored' && reply.failure.kind === 'cancelled';

/**
 * After 20 troubles among the last 25 attempts nothing more is asked: attempts wait, and after a pause one of them is
 * let through as a probe. An answer, also a late one, lets all in again. A probe that fails makes the pause longer; after
 * six of them, or three where the model has never answered, it is given up: each attempt fails at once.
 */
export function circuit(options: BreakerOptions): Circuit {
  const { provider, clock } = options;
  const [own, line] = [breaker(options), waitingLine<Request>()];
  const cancelled = failures.cancelled({ provider });
  let probe: Request | undefined;
  let alarm: AbortController | undefined;
  const silence = () => {
    alarm?.abort();
    alarm = undefined;
  };
  const sendProbe = () => {
    alarm = undefined;
    line.admit((request) => {
      if (probe) return false;
      probe = request;
      return true;
    });
  };
  // The alarm rings only for those who wait: without them it would hold the process.
  const watch = () => {
    if (alarm || probe || line.length() === 0) return;
    alarm = new AbortController();
    clock.sleep(own.restMs(), alarm.signal).then(sendProbe, () => {});
  };
  const wait = (request: Request, signal: AbortSignal) => {
    const waiting = line.join(request, signal).then((isIn) => {
      if (isIn) return undefined;
      if (line.length() === 0) silence();
      return signal.aborted ? cancelled : own.refusal();
    });
    watch();
    return waiting;
  };
  const turn = () => {
    const state = own.state();
    if (state !== 'open') silence();
    if (state === 'closed') line.admit(() => true);
    else if (state === 'given-up') line.dismiss();
    else watch();
  };
  const gate = (hasFallback: boolean): Gate => ({
    enter(request, signal) {
      if (own.state() === 'closed') return undefined;
      if (own.state() === 'given-up') return own.refusal();
      if (!probe && line.length() === 0 && own.restMs() === 0) {
        probe = request;
        return undefined;
      }
      return hasFallback ? own.refusal() : wait(request, signal);
    },
    leave(request, reply) {
      const isProbe = request === probe;
      if (isProbe) probe = undefined;
      if (reply !== undefined && !isCancelled(reply)) own.learn(reply, isProbe);
      if (line.length() > 0) turn();
    },
  });
  return { gate };
}
