/** What a run may use up; undefined is no limit. */
export type Allowed = {
  /** US dollars. */
  usd?: number;
  /** Attempts at a model; an answer from the cache is none. */
  calls?: number;
  /** Milliseconds. */
  ms?: number;
};
