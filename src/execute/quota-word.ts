/** What a server said of a limit, in milliseconds of our clock; at `fullAt` a bucket is full again, or a window ends. */
export type QuotaWord = {
  askedAt: number;
  limit: number;
  remaining: number;
  resetMs: number;
  fullAt: number;
};
