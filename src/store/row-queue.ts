import type { Clock } from '../flow/clock.ts';
import type { CacheRow } from './to-cache-row.ts';

/** Rows that are not written yet. They can be read like those that are. */
export type RowQueue = {
  find(key: string): CacheRow | undefined;
  add(row: CacheRow): void;
  size(): number;
  /** Writes what waits. */
  flush(): void;
  /** Forgets what waits. */
  clear(): void;
  /** Ends the beat; what is added from then on waits for `flush`. */
  stop(): void;
};

/** So many rows are written together, or what has come within so many milliseconds. */
const batch = 256;
const beatMs = 250;

/**
 * Gathers rows for `write`, which gives back whether they are written. While they are not, only the slow beat tries
 * again: each try may stand still for a moment, and the run with it.
 */
export function rowQueue(write: (rows: readonly CacheRow[]) => boolean, clock: Clock): RowQueue {
  const stopping = new AbortController();
  const rows = new Map<string, CacheRow>();
  let isBeating = false;
  let isHeld = false;
  const flush = () => {
    if (rows.size === 0) return;
    isHeld = !write([...rows.values()]);
    if (!isHeld) rows.clear();
  };
  const beat = async () => {
    isBeating = true;
    while (rows.size > 0 && !stopping.signal.aborted) {
      await clock.sleep(beatMs, stopping.signal).catch(() => {});
      if (!stopping.signal.aborted) flush();
    }
    isBeating = false;
  };
  return {
    flush,
    find: (key) => rows.get(key),
    size: () => rows.size,
    clear: () => rows.clear(),
    stop: () => stopping.abort(),
    add(row) {
      rows.set(row.key, row);
      if (rows.size >= batch && !isHeld) flush();
      else if (!isBeating) void beat();
    },
  };
}
