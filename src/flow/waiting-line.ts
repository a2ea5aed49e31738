/** Those who wait for something, in the order in which they came. */
export type WaitingLine<T> = {
  /** Resolves to true when it is admitted, to false when it is sent away or the signal is aborted. */
  join(what: T, signal: AbortSignal): Promise<boolean>;
  /** Admits from the front as long as `may` says so; gives it what each waits for. */
  admit(may: (what: T) => boolean): void;
  dismiss(): void;
  length(): number;
};

/** Makes an empty line. Whoever is admitted or sent away leaves no listener behind. */
export function waitingLine<T>(): WaitingLine<T> {
  const waiting = new Set<{ what: T; settle(isAdmitted: boolean): void }>();
  return {
    join: (what, signal) =>
      new Promise((resolve) => {
        const settle = (isAdmitted: boolean) => {
          waiting.delete(one);
          signal.removeEventListener('abort', leave);
          resolve(isAdmitted);
        };
        const leave = () => settle(false);
        const one = { what, settle };
        if (signal.aborted) return resolve(false);
        signal.addEventListener('abort', leave);
        waiting.add(one);
      }),
    admit(may) {
      for (const one of waiting) {
        if (!may(one.what)) return;
        one.settle(true);
      }
    },
    dismiss() {
      for (const one of waiting) one.settle(false);
    },
    length: () => waiting.size,
  };
}
