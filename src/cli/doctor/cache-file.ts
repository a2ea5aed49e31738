import { doctorProblems } from '../../domain/doctor-problems.ts';
import type { Clock } from '../../flow/clock.ts';
import type { Database } from '../../store/database.ts';
import { openStore } from '../../store/open-store.ts';
import { storeFiles } from '../../store/store-files.ts';
import { storeHints } from '../../store/store-hints.ts';
import { toStoreError } from '../../store/to-store-error.ts';
import { bytes } from '../../text/bytes.ts';
import type { Finding } from './finding.ts';
import { found } from './found.ts';

/** Reading all pages of a larger file would take seconds. */
const smallEnough = 50_000_000;

/** Whether the cache's file can be opened and is sound; nothing when there is none. A run goes on without a cache, so all is a warning. */
export async function cacheFile(root: string, clock: Clock): Promise<Finding[]> {
  try {
    const database = await openStore({ root, clock, create: false });
    if (!database) return [];
    try {
      return [look(database, await storeFiles(root).size())];
    } finally {
      database.close();
    }
  } catch (error) {
    const { fault, message } = toStoreError(error);
    // That there is no SQLite stands further up.
    if (fault === 'no-driver') return [];
    return [found.problem(doctorProblems.cacheUnusable({ detail: message, hint: storeHints[fault] }))];
  }
}

function look(database: Database, size: number): Finding {
  const whole = found.good('cache', `The response cache holds ${bytes(size)}`);
  if (size > smallEnough) return whole;
  const [result] = Object.values(database.prepare('PRAGMA quick_check(1)').get() ?? {});
  if (result === 'ok') return { ...whole, text: `${whole.text} and is sound` };
  return found.problem(
    doctorProblems.cacheUnusable({ detail: '.evals/store.sqlite is damaged', hint: storeHints.broken }),
  );
}
