import type { Exchange } from './exchange.ts';

/** What a caller of `fetch` asks for, as our connections take it. Bodies are text or bytes: models get no forms. */
export function toExchange(input: Parameters<typeof fetch>[0], init: RequestInit | undefined): Exchange {
  const { method, headers, body, signal } = init ?? {};
  return {
    url: typeof input === 'string' ? input : input instanceof URL ? input.href : input.url,
    method: method ?? 'GET',
    headers: toRecord(headers),
    body: typeof body === 'string' || body instanceof Uint8Array ? body : undefined,
    signal,
  };
}

// Our own copy: the packages keep theirs and may send it again. `identity` spares both sides the compression.
function toRecord(headers: RequestInit['headers']): Record<string, string> {
  if (!headers) return {};
  const isList = Array.isArray(headers) || headers instanceof Headers;
  const record = isList ? Object.fromEntries(headers) : headers;
  return { 'accept-encoding': 'identity', ...(record as Record<string, string>) };
}
