import type { Agent, Dispatcher } from 'undici';
import type { Failure } from '../../domain/failure.ts';
import type { Limits } from '../../domain/limits.ts';
import { redact } from '../../text/redact.ts';
import { toConnectionFailure } from './to-connection-failure.ts';
import { WireFailure } from './wire-failure.ts';

export type Exchange = {
  url: string;
  method: string;
  headers: Record<string, string>;
  body?: string | Uint8Array;
  signal?: AbortSignal | null;
};

/** Names are lower case; a header that came more than once is joined by commas. */
export type Head = { status: number; headers: Record<string, string> };

/** Hears of one exchange: `head` once, `chunk` as often as bytes come, then `end` or `fail`. */
export type Listener = {
  head(head: Head): void;
  chunk(bytes: Buffer): void;
  end(): void;
  fail(error: WireFailure): void;
};

/** Everything of one open model that is the same for all of its requests. */
export type Connection = {
  provider: string;
  /** The variable that holds the key, for messages. */
  key?: string;
  /** Sends, and gives back a function that breaks the exchange off without a word. */
  send(exchange: Exchange, listener: Listener): () => void;
  redact(text: string): string;
  fail(failure: Failure): WireFailure;
  now(): number;
  date(): Date;
  close(): Promise<void>;
};

type Options = {
  provider: string;
  key?: string;
  secrets: readonly string[];
  timeouts: Limits['timeouts'];
  env: Readonly<Record<string, string | undefined>>;
  clock: { now(): number; date(): Date };
};

/**
 * Opens a pool of kept-alive connections, through the proxies that the environment names. There is no limit on
 * sockets: how many requests are under way at once is decided above. Undici counts its timeouts in steps of about
 * a second. Redirects are not followed, since the key would go with them.
 */
export async function openConnection(options: Options): Promise<Connection> {
  const undici = await import('undici');
  const dispatcher = toDispatcher(undici, options);
  const fail = (failure: Failure) => new WireFailure(failure);
  const origins = new Map<string, URL>();
  const parse = (url: string) => {
    const known = origins.get(url);
    if (known) return known;
    const parsed = new URL(url);
    if (origins.size < 100) origins.set(url, parsed);
    return parsed;
  };
  return {
    provider: options.provider,
    key: options.key,
    redact: (text) => redact(text, options.secrets),
    fail,
    now: () => options.clock.now(),
    date: () => options.clock.date(),
    close: () => dispatcher.destroy(),
    send(exchange, listener) {
      const url = parse(exchange.url);
      const explain = (error: Error, hasBegun: boolean) =>
        fail(toConnectionFailure(error, { ...options, host: url.host, signal: exchange.signal, hasBegun }));
      return dispatch(dispatcher, { url, exchange, listener, timeouts: options.timeouts, explain });
    },
  };
}

type Sending = {
  url: URL;
  exchange: Exchange;
  listener: Listener;
  timeouts: Limits['timeouts'];
  explain(error: Error, hasBegun: boolean): WireFailure;
};

function dispatch(
  dispatcher: Dispatcher,
  { url, exchange, listener, timeouts, explain }: Sending,
): () => void {
  let controller: Dispatcher.DispatchController | undefined;
  let isOver = false;
  let hasBegun = false;
  const { signal } = exchange;
  const finish = () => {
    isOver = true;
    signal?.removeEventListener('abort', abort);
  };
  const fail = (error: Error) => {
    if (isOver) return;
    finish();
    listener.fail(explain(error, hasBegun));
  };
  const breakOff = () => {
    if (isOver) return;
    finish();
    controller?.abort(new Error('broken off'));
  };
  const abort = () => {
    const { reason } = signal!;
    const error = reason instanceof Error ? reason : new Error('aborted');
    fail(error);
    controller?.abort(error);
  };
  if (signal?.aborted) {
    queueMicrotask(abort);
    return breakOff;
  }
  signal?.addEventListener('abort', abort, { once: true });
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
      if (isOver) return;
      finish();
      listener.end();
    },
    onResponseError(_, error) {
      fail(error);
    },
  };
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

function flatten(headers: Record<string, string | string[] | undefined>): Record<string, string> {
  for (const name in headers) {
    const value = headers[name];
    if (typeof value !== 'string') headers[name] = value?.join(', ') ?? '';
  }
  return headers as Record<string, string>;
}

// Loopback is never behind a proxy: a local model would be looked for on the proxy's own machine.
const direct = 'localhost,127.0.0.1,[::1]';

function toDispatcher(undici: typeof import('undici'), { env, timeouts }: Options): Dispatcher {
  const settings: Agent.Options = { connect: { timeout: timeouts.connect } };
  const httpProxy = env.http_proxy || env.HTTP_PROXY || '';
  const httpsProxy = env.https_proxy || env.HTTPS_PROXY || '';
  if (!httpProxy && !httpsProxy) return new undici.Agent(settings);
  const named = env.no_proxy ?? env.NO_PROXY ?? '';
  const noProxy = named.trim() === '*' ? '*' : `${direct},${named}`;
  return new undici.EnvHttpProxyAgent({ ...settings, httpProxy, httpsProxy, noProxy });
}
