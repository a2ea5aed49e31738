import type { Database } from './database.ts';

/** Does all of the work or nothing of it. Throws what the work throws, and what SQLite says. */
export function inTransaction<T>(database: Database, work: () => T): T {
  database.exec('BEGIN IMMEDIATE');
  try {
    const value = work();
    database.exec('COMMIT');
    return value;
  } catch (error) {
    rollBack(database);
    throw error;
  }
}

/** SQLite itself has rolled back after some errors, a full disk say; then there is nothing to roll back. */
function rollBack(database: Database): void {
  try {
    database.exec('ROLLBACK');
  } catch {}
}
