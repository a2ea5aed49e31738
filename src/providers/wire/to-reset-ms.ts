const unitMs = { d: 86_400_000, h: 3_600_000, m: 60_000, s: 1000, ms: 1 };

/** A wall clock that differs by more (milliseconds) from the server's is not to be measured with. */
const mostSkew = 2000;
/** What is told in whole seconds says nothing of less than so many milliseconds: a limit of so short a time is better learnt. */
const leastCoarse = 2000;
/** Seconds up to here are a wait; from here on they are a moment since 1970, and so are milliseconds. */
const [epochSeconds, epochMs] = [1e9, 1e12];

/**
 * Milliseconds until a limit is reset, from a duration (`1s`, `6m0s`, `20ms`), a number of seconds, a moment as seconds
 * or milliseconds since 1970, or an RFC 3339 date. A moment is measured from the server's own `date` when our clock is
 * not near it, and one in the past is 0. Undefined for what cannot be read, and for whole seconds that are too few to say
 * when.
 */
export function toResetMs(
  text: string | undefined,
  serverDate: string | undefined,
  now: Date,
): number | undefined {
  if (text === undefined) return undefined;
  const trimmed = text.trim();
  if (/^\d{1,15}(\.\d+)?$/.test(trimmed)) {
    const number = Number(trimmed);
    if (number < epochSeconds) return fromSeconds(trimmed, number * 1000);
    if (number >= epochMs) return sinceNow(number, serverDate, now);
    return fromSeconds(trimmed, sinceNow(number * 1000, serverDate, now));
  }
  if (/^\d{4}-\d\d-\d\d[T ]/i.test(trimmed))
    return fromSeconds(trimmed, sinceNow(Date.parse(trimmed), serverDate, now));
  return toDuration(trimmed);
}

/** Unless the text has a fraction, its seconds are whole. */
function fromSeconds(text: string, ms: number | undefined): number | undefined {
  return text.includes('.') || (ms !== undefined && ms >= leastCoarse) ? ms : undefined;
}

function toDuration(text: string): number | undefined {
  if (!/^(?:\d{1,12}(?:\.\d{1,9})?(?:ms|[dhms]))+$/.test(text)) return undefined;
  let total = 0;
  for (const [, number, unit] of text.matchAll(/(\d+(?:\.\d+)?)(ms|[dhms])/g))
    total += Number(number) * unitMs[unit as keyof typeof unitMs];
  return total;
}

function sinceNow(moment: number, serverDate: string | undefined, now: Date): number | undefined {
  if (Number.isNaN(moment)) return undefined;
  const theirs = Date.parse(serverDate ?? '');
  const ours = now.getTime();
  const isOff = !Number.isNaN(theirs) && Math.abs(theirs - ours) > mostSkew;
  return Math.max(0, moment - (isOff ? theirs : ours));
}
