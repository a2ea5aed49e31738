import type { CachedAnswer, ResponseCache } from '../domain/response-cache.ts';
import type { Clock } from '../flow/clock.ts';
import { cacheWriter } from './cache-writer.ts';
import type { Database } from './database.ts';
import { type Drivers, openStore } from './open-store.ts';
import { rowQueue } from './row-queue.ts';
import { type CacheRow, toCacheRow } from './to-cache-row.ts';
import { toStoreError } from './to-store-error.ts';
import { whyCacheOff } from './why-cache-off.ts';

export type CacheOptions = {
  /** Of the project. */
  root: string;
  clock: Clock;
  /** Takes the secrets out of a text. */
  redact(text: string): string;
  /** Is told once, in whole sentences, why there is no cache, or none from here on. */
  say(line: string): void;
  drivers?: Drivers;
};

/** Milliseconds that a statement waits for another process: the whole run stands still meanwhile. */
const patience = 50;
/** At the end nothing stands still any more. */
const lastPatience = 5000;
/** So often in a row another process may be in the way, and so many answers may wait, before the cache is given up. */
const mostBusy = 40;
const mostWaiting = 2048;

/** Opens the response cache of a project. Undefined when it cannot be used, which is said; a run goes on without it. */
export async function openResponseCache(options: CacheOptions): Promise<ResponseCache | undefined> {
  const { root, clock, say, drivers } = options;
  try {
    const database = await openStore({ root, clock, create: true, drivers });
    database!.exec(`PRAGMA busy_timeout = ${patience}`);
    return onDatabase(database!, options);
  } catch (error) {
    say(whyCacheOff(toStoreError(error), 0));
    return undefined;
  }
}

function onDatabase(database: Database, { clock, redact, say }: CacheOptions): ResponseCache {
  const select = database.prepare('SELECT answer, at FROM answers WHERE key = ?');
  const write = cacheWriter(database, redact);
  let busy = 0;
  let isOff = false;
  /** Another process that holds the file for a moment is no reason to do without it. */
  const fail = (thrown: unknown) => {
    const error = toStoreError(thrown);
    busy += 1;
    if (isOff || (error.fault === 'busy' && busy < mostBusy && waiting.size() < mostWaiting)) return;
    isOff = true;
    say(whyCacheOff(error, waiting.size()));
    waiting.clear();
  };
  const attempt = <T>(work: () => T): T | undefined => {
    try {
      const value = work();
      busy = 0;
      return value;
    } catch (error) {
      fail(error);
      return undefined;
    }
  };
  const isWritten = (rows: readonly CacheRow[]) => attempt(() => write(rows)) === 'written';
  const waiting = rowQueue(isWritten, clock);
  return {
    read(key) {
      if (isOff) return undefined;
      const found = waiting.find(key) ?? attempt(() => select.get(key) as Stored | undefined);
      return found && toAnswer(found);
    },
    keep({ key, request, model, answer: given }) {
      const answer = JSON.stringify(given);
      if (isOff || redact(answer) !== answer) return false;
      waiting.add(toCacheRow({ key, request, model, answer }, { at: clock.date().getTime(), redact }));
      return true;
    },
    async close() {
      waiting.stop();
      attempt(() => database.exec(`PRAGMA busy_timeout = ${lastPatience}`));
      busy = mostBusy;
      waiting.flush();
      attempt(() => database.close());
    },
  };
}

type Stored = { answer: string; at: number };

/** Undefined for what is no answer: somebody else has written it. */
function toAnswer({ answer, at }: Stored): CachedAnswer | undefined {
  try {
    return { answer: JSON.parse(answer), at: new Date(at) };
  } catch {
    return undefined;
  }
}
