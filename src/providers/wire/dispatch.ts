import { setMaxListeners } from 'node:events';
import type { Dispatcher } from 'undici';
import type { Limits } from '../../domain/limits.ts';
import type { Exchange, Listener } from './exchange.ts';
import type { WireFailure } from './wire-failure.ts';

type Sending = {
  url: URL;
  exchange: Exchange;
  listener: Listener;
  timeouts: Limits['timeouts'];
  explain(error: Error, hasBegun: boolean): WireFailure;
};

/** Sends one exchange, and gives back a function that breaks it off without a word. */
export function dispatch(dispatcher: Dispatcher, sending: Sending): () => void {
  const { url, exchange, timeouts } = sending;
  const { handler, fail, breakOff } = toHandler(sending);
  if (exchange.signal?.aborted) return breakOff;
  const request = {
    origin: url.origin,
    path: url.pathname + url.search,
    method: exchange.method as Dispatcher.HttpMethod,
    headers: exchange.headers,
    body: exchange.body,
    headersTimeout: timeouts.firstByte,
    bodyTimeout: timeouts.idle,
  };
  try {
    dispatcher.dispatch(request, handler);
  } catch (error) {
    fail(error as Error);
  }
  return breakOff;
}

/** Turns undici's events into the listener's, and makes sure that nothing is heard after the end. */
function toHandler({ exchange, listener, explain }: Sending) {
  let controller: Dispatcher.DispatchController | undefined;
  let hasBegun = false;
  let isOver = false;
  const finish = () => {
    if (isOver) return false;
    isOver = true;
    unwatch();
    return true;
  };
  const fail = (error: Error) => {
    if (!finish()) return;
    listener.fail(explain(error, hasBegun));
    controller?.abort(error);
  };
  const unwatch = watch(exchange.signal, fail);
  const handler: Dispatcher.DispatchHandler = {
    onRequestStart(started) {
      controller = started;
      if (isOver) started.abort(new Error('broken off'));
    },
    onResponseStart(_, status, headers) {
      if (isOver || status < 200) return;
      hasBegun = true;
      listener.head({ status, headers: flatten(headers) });
    },
    onResponseData(_, bytes) {
      if (!isOver) listener.chunk(bytes);
    },
    onResponseEnd() {
      if (finish()) listener.end();
    },
    onResponseError: (_, error) => fail(error),
  };
  const breakOff = () => {
    if (finish()) controller?.abort(new Error('broken off'));
  };
  return { handler, fail, breakOff };
}

/** Calls `fail` when the signal is aborted, also when it was before; gives back how to stop that. */
function watch(signal: AbortSignal | null | undefined, fail: (error: Error) => void): () => void {
  if (!signal) return () => undefined;
  const abort = () => fail(signal.reason instanceof Error ? signal.reason : new Error('aborted'));
  if (signal.aborted) queueMicrotask(abort);
  // One signal may end a whole run with many requests under way: that is no leak to be warned of.
  setMaxListeners(0, signal);
  signal.addEventListener('abort', abort, { once: true });
  return () => signal.removeEventListener('abort', abort);
}

function flatten(headers: Record<string, string | string[] | undefined>): Record<string, string> {
  for (const name in headers) {
    const value = headers[name];
    if (typeof value !== 'string') headers[name] = value?.join(', ') ?? '';
  }
  return headers as Record<string, string>;
}
