/** How hard a provider may be driven. Times are milliseconds. */
export type Limits = {
  /** Requests under way at once. */
  concurrency: number;
  requestsPerMinute?: number;
  tokensPerMinute?: number;
  /** Retries after the first attempt. */
  retries: number;
  timeouts: { connect: number; firstByte: number; idle: number; total: number };
};

/** What holds where the config says nothing. */
export const limits: Limits = {
  concurrency: 50,
  retries: 5,
  timeouts: { connect: 10_000, firstByte: 60_000, idle: 30_000, total: 120_000 },
};
