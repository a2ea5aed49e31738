/** Time, handed in. */
export type Clock = {
  /** Monotonic milliseconds, with a fraction. */
  now(): number;
  /** Wall-clock time, for stamps only. */
  date(): Date;
  /** Resolves after `ms` milliseconds; rejects with the signal's reason when it is aborted first. */
  sleep(ms: number, signal?: AbortSignal): Promise<void>;
};
