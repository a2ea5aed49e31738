const toDuration = (ms) => (ms < 1000 ? `${Math.ceil(ms)}ms` : `${(ms / 1000).toFixed(3)}s`);

/** The headers of a style that tell of a ruling; `now` is the server's wall clock. */
export function rateHeaders(style, { isAdmitted, limit, remaining, resetMs, retryAfterMs }, now) {
  const after = isAdmitted ? {} : { 'retry-after': String(Math.ceil(retryAfterMs / 1000)) };
  const resetAt = new Date(now.getTime() + resetMs);
  switch (style) {
    case 'openai':
      return {
        ...(isAdmitted ? {} : { 'retry-after-ms': String(Math.ceil(retryAfterMs)) }),
        'x-ratelimit-limit-requests': String(limit),
        'x-ratelimit-remaining-requests': String(remaining),
        'x-ratelimit-reset-requests': toDuration(resetMs),
      };
    case 'anthropic':
      return {
        ...after,
        'anthropic-ratelimit-requests-limit': String(limit),
        'anthropic-ratelimit-requests-remaining': String(remaining),
        'anthropic-ratelimit-requests-reset': resetAt.toISOString().replace(/\.\d+Z$/, 'Z'),
      };
    case 'plain':
      return {
        ...after,
        'x-ratelimit-limit': String(limit),
        'x-ratelimit-remaining': String(remaining),
        'x-ratelimit-reset': String(Math.ceil(resetAt.getTime() / 1000)),
      };
    case 'ietf':
      return { ...after, ratelimit: `"default";r=${remaining};t=${Math.ceil(resetMs / 1000)}` };
    case 'retry-after':
      return after;
    default:
      return {};
  }
}
