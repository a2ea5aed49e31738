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
  const date = toTime(after);
  // By the server's own clock where it tells that: ours may be hours away.
  return date === undefined ? undefined : Math.max(0, date - (toTime(headers.date) ?? now.getTime()));
}

function toTime(text: string | undefined): number | undefined {
  const time = /[a-z]{3}/i.test(text ?? '') ? Date.parse(text!) : Number.NaN;
  return Number.isNaN(time) ? undefined : time;
}

function toNumber(text: string | undefined): number | undefined {
  return text !== undefined && /^\s*\d+(\.\d+)?\s*$/.test(text) ? Number(text) : undefined;
}
