/** Lets at most a fixed number of callers through at a time, in the order in which they came. */
export type Slots = {
  /** Resolves with the function that gives the slot back, or with 'aborted' when the signal is aborted first. */
  take(signal: AbortSignal): Promise<(() => void) | 'aborted'>;
};

/** Makes `count` slots. */
export function slots(count: number): Slots {
  const waiting = new Set<() => void>();
  let free = count;
  const giveBack = () => {
    const [next] = waiting;
    if (!next) free++;
    else {
      waiting.delete(next);
      next();
    }
  };
  return {
    async take(signal) {
      if (signal.aborted) return 'aborted';
      if (free > 0) {
        free--;
        return giveBack;
      }
      return new Promise((resolve) => {
        const enter = () => {
          signal.removeEventListener('abort', leave);
          resolve(giveBack);
        };
        const leave = () => {
          waiting.delete(enter);
          resolve('aborted');
        };
        signal.addEventListener('abort', leave, { once: true });
        waiting.add(enter);
      });
    },
  };
}
