type Headers = Readonly<Record<string, string | undefined>>;

/**
 * Milliseconds that the server asks us to wait: `retry-after-ms`, else `retry-after` in seconds or as an HTTP
 * date. Undefined when it says nothing that can be read; a date in the past is 0.
 */
export function toRetryAfterMs(headers: Headers, now: Date): number | undefined {
  const exact = toNumber(headers['retry-after-ms']);
  if (exact !== undefined) return exact;
  const after = headers['retry-after'];
  const seconds = toNumber(after);
  if (seconds !== undefined) return Math.round(seconds * 1000);
  const date = /[a-z]{3}/i.test(after ?? '') ? Date.parse(after!) : Number.NaN;
  return Number.isNaN(date) ? undefined : Math.max(0, date - now.getTime());
}

function toNumber(text: string | undefined): number | undefined {
  return text !== undefined && /^\s*\d+(\.\d+)?\s*$/.test(text) ? Number(text) : undefined;
}
