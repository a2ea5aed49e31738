import type { WireFailure } from './wire-failure.ts';

/** One request to a server. */
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
