import type { Failure } from '../../domain/failure.ts';
import type { Limits } from '../../domain/limits.ts';
import type { RateLimits } from '../../domain/rate-limits.ts';
import { redactor } from '../../text/redactor.ts';
import { dispatch } from './dispatch.ts';
import type { Exchange, Listener } from './exchange.ts';
import { toConnectionFailure } from './to-connection-failure.ts';
import { toDispatcher } from './to-dispatcher.ts';
import { toRateLimits } from './to-rate-limits.ts';
import { WireFailure } from './wire-failure.ts';

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
  /** Told what the server says of its limits, before anything else is known of the answer. */
  onRates?(rates: RateLimits): void;
};

/**
 * Opens a pool of kept-alive connections, through the proxies that the environment names. There is no limit on
 * sockets: how many requests are under way at once is decided above. Undici counts its timeouts in steps of about
 * a second. Redirects are not followed, since the key would go with them.
 */
export async function openConnection(options: Options): Promise<Connection> {
  const undici = await import('undici');
  const dispatcher = toDispatcher(undici, options.env, options.timeouts);
  const fail = (failure: Failure) => new WireFailure(failure);
  const origins = new Map<string, URL>();
  const parse = (url: string) => {
    const known = origins.get(url);
    if (known) return known;
    const parsed = new URL(url);
    if (origins.size < 100) origins.set(url, parsed);
    return parsed;
  };
  const redact = redactor(options.secrets);
  return {
    provider: options.provider,
    key: options.key,
    redact,
    fail,
    now: () => options.clock.now(),
    date: () => options.clock.date(),
    close: () => dispatcher.destroy(),
    send(exchange, listener) {
      const url = parse(exchange.url);
      const explain = (error: Error, hasBegun: boolean) =>
        fail(
          toConnectionFailure(error, {
            ...options,
            redact,
            host: url.host,
            signal: exchange.signal,
            hasBegun,
          }),
        );
      const listening = options.onRates ? hearingRates(listener, options.clock, options.onRates) : listener;
      return dispatch(dispatcher, {
        url,
        exchange,
        listener: listening,
        timeouts: options.timeouts,
        explain,
      });
    },
  };
}

/** A listener that also tells of the server's limits, with the time that has passed since the request was sent. */
function hearingRates(
  listener: Listener,
  clock: Options['clock'],
  onRates: (rates: RateLimits) => void,
): Listener {
  const sentAt = clock.now();
  return {
    head(head) {
      const rates = toRateLimits(head.headers, clock.date());
      if (rates) onRates({ ...rates, tookMs: clock.now() - sentAt });
      listener.head(head);
    },
    chunk: listener.chunk,
    end: listener.end,
    fail: listener.fail,
  };
}
