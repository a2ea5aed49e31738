/** A queue with one reader that gets everything that has come since it last looked, as one batch. */
export type Channel<T> = {
  push(item: T): void;
  /** Resolves at once while fewer than `most` items wait, else when the reader has taken them. */
  room(): Promise<void> | undefined;
  /** After the last batch the reader's loop ends. */
  close(): void;
  batches(): AsyncGenerator<T[]>;
};

/**
 * Makes a queue that asks its writers to wait while more than `most` items are in it. The reader that wakes up first
 * waits for `gather`: what comes in the meantime is in the same batch.
 */
export function channel<T>(most = 1000, gather?: () => Promise<unknown>): Channel<T> {
  let waiting: T[] = [];
  let isClosed = false;
  let wakeReader: (() => void) | undefined;
  const writers: (() => void)[] = [];
  const wake = () => {
    wakeReader?.();
    wakeReader = undefined;
  };
  return {
    push(item) {
      waiting.push(item);
      wake();
    },
    room: () => (waiting.length < most ? undefined : new Promise<void>((resolve) => writers.push(resolve))),
    close() {
      isClosed = true;
      wake();
    },
    async *batches() {
      for (;;) {
        if (waiting.length === 0) {
          if (isClosed) return;
          await new Promise<void>((resolve) => {
            wakeReader = resolve;
          });
          if (gather && !isClosed) await gather();
        }
        const batch = waiting;
        waiting = [];
        if (batch.length > 0) yield batch;
        for (const resume of writers.splice(0)) resume();
      }
    },
  };
}
