import type { Allowance, RateLimits } from '../../domain/rate-limits.ts';
import { toResetMs } from './to-reset-ms.ts';

type Headers = Readonly<Record<string, string | undefined>>;
type Names = { limit: string; remaining: string; reset: string };

const openaiStyle = (what: string): Names => ({
  limit: `x-ratelimit-limit-${what}`,
  remaining: `x-ratelimit-remaining-${what}`,
  reset: `x-ratelimit-reset-${what}`,
});
const anthropicStyle = (what: string): Names => ({
  limit: `anthropic-ratelimit-${what}-limit`,
  remaining: `anthropic-ratelimit-${what}-remaining`,
  reset: `anthropic-ratelimit-${what}-reset`,
});
const plainStyle = (start: string): Names => ({
  limit: `${start}-limit`,
  remaining: `${start}-remaining`,
  reset: `${start}-reset`,
});

/** The first whose `remaining` is there counts. Without a word of what, requests are meant. */
const ofRequests = [
  openaiStyle('requests'),
  anthropicStyle('requests'),
  plainStyle('x-ratelimit'),
  plainStyle('ratelimit'),
];
const ofTokens = [openaiStyle('tokens'), anthropicStyle('tokens'), anthropicStyle('input-tokens')];

/**
 * What a server says of its limits in the headers of OpenAI, of Anthropic, in `x-ratelimit-*`, or in the drafts of the
 * IETF (`ratelimit-*`, and `ratelimit` as a list). Numbers that are none are left out; undefined when nothing is left.
 */
export function toRateLimits(headers: Headers, now: Date): RateLimits | undefined {
  const requests = read(headers, ofRequests, now) ?? toIetf(headers.ratelimit);
  const tokens = read(headers, ofTokens, now);
  if (!requests && !tokens) return undefined;
  return { ...(requests ? { requests } : {}), ...(tokens ? { tokens } : {}) };
}

function read(headers: Headers, styles: readonly Names[], now: Date): Allowance | undefined {
  for (const { limit, remaining, reset } of styles) {
    const left = toAmount(headers[remaining]);
    if (left !== undefined)
      return toAllowance(left, toAmount(headers[limit]), toResetMs(headers[reset], headers.date, now));
  }
  return undefined;
}

/** `limit=100, remaining=50, reset=30` of the older drafts, and `"default";r=50;t=30` of the newer; seconds. */
function toIetf(text: string | undefined): Allowance | undefined {
  if (text === undefined) return undefined;
  const field = (name: string) =>
    toAmount(new RegExp(`(?:^|[;,\\s])${name}=(\\d{1,15})(?=$|[;,\\s])`).exec(text)?.[1]);
  const left = field('remaining') ?? field('r');
  const seconds = field('reset') ?? field('t');
  if (left === undefined) return undefined;
  return toAllowance(left, field('limit'), seconds === undefined || seconds < 2 ? undefined : seconds * 1000);
}

const toAllowance = (
  remaining: number,
  limit: number | undefined,
  resetMs: number | undefined,
): Allowance => ({
  ...(limit === undefined ? {} : { limit }),
  remaining,
  ...(resetMs === undefined ? {} : { resetMs }),
});

/** Some servers write several limits into one header, `100, 100;w=60`: the first is the one that is in force. */
function toAmount(text: string | undefined): number | undefined {
  const digits = text === undefined ? undefined : /^\s*(\d{1,15}(?:\.\d+)?)\s*(?:$|[,;])/.exec(text)?.[1];
  return digits === undefined ? undefined : Number(digits);
}
