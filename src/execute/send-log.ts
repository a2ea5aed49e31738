/** The last attempts that were let through, to tell what was taken since a moment. */
export type SendLog = {
  /** `tokens` were reserved for it. */
  note(at: number, tokens: number): void;
  /** Requests and tokens of those that went later than `time`. */
  since(time: number): { requests: number; tokens: number };
};

/** Enough for what goes out while one answer is awaited; of what is older than all of these nothing is known. */
const size = 1024;

/** An empty log. */
export function sendLog(): SendLog {
  const [times, spent] = [new Float64Array(size), new Float64Array(size)];
  let [count, total] = [0, 0];
  return {
    note(at, tokens) {
      times[count % size] = at;
      spent[count++ % size] = total;
      total += tokens;
    },
    since(time) {
      let [low, high] = [Math.max(0, count - size), count];
      while (low < high) {
        const middle = (low + high) >>> 1;
        if (times[middle % size]! > time) high = middle;
        else low = middle + 1;
      }
      return { requests: count - low, tokens: low === count ? 0 : total - spent[low % size]! };
    },
  };
}
