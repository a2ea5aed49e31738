import { problems } from '../domain/problems.ts';
import type { Database } from '../store/database.ts';
import { openStore } from '../store/open-store.ts';
import type { StoreError } from '../store/store-error.ts';
import { storeHints } from '../store/store-hints.ts';
import { toStoreError } from '../store/to-store-error.ts';
import { Refusal } from './refusal.ts';
import type { World } from './world.ts';

/**
 * Looks into a project's cache; gives back undefined where there is none. What is wrong with it goes to `mend` first,
 * with the file closed again. Throws a `Refusal` when nothing can be made of it.
 */
export async function openCache<T>(
  root: string,
  { clock }: Pick<World, 'clock'>,
  look: (database: Database) => T,
  mend: (error: StoreError) => Promise<T | undefined> = async () => undefined,
): Promise<T | undefined> {
  try {
    return await looking(await openStore({ root, clock, create: false }), look);
  } catch (thrown) {
    const error = toStoreError(thrown);
    const mended = await mend(error);
    if (mended !== undefined) return mended;
    throw new Refusal([problems.cacheUnusable({ detail: error.message, hint: storeHints[error.fault] })]);
  }
}

async function looking<T>(
  database: Database | undefined,
  look: (database: Database) => T,
): Promise<T | undefined> {
  try {
    return database && look(database);
  } finally {
    database?.close();
  }
}
