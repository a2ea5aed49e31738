/** How much of something a server still lets us have. */
export type Allowance = {
  /** Of a full bucket or window. */
  limit?: number;
  remaining?: number;
  /** Milliseconds until it is full again, or the window ends. */
  resetMs?: number;
};

/** What a server says of its limits beside an answer. */
export type RateLimits = {
  requests?: Allowance;
  tokens?: Allowance;
  /** Milliseconds from when the request was sent to when this was heard: what was sent since is not counted in it. */
  tookMs?: number;
};
