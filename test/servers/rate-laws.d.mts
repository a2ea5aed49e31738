/** What a server decides of one request, and what it could tell of its limits. */
export type Ruling = {
  isAdmitted: boolean;
  limit: number;
  remaining: number;
  resetMs: number;
  retryAfterMs: number;
};
export type RateLaw = { admit(now: number): Ruling; idealMs(count: number): number };
export function bucketLaw(size: number, perSecond: number): RateLaw;
export function windowLaw(limit: number, windowMs: number): RateLaw;
export function slidingLaw(limit: number, windowMs: number): RateLaw;
