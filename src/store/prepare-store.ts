import type { Database } from './database.ts';
import { inTransaction } from './in-transaction.ts';
import { StoreError } from './store-error.ts';

/** The form of the file. An older one is brought up to it, a newer one is refused. */
const schemaVersion = 1;
/** `evls`: what tells our file from any other SQLite file. */
const applicationId = 0x65766c73;

const tables = `
  CREATE TABLE arms (digest TEXT PRIMARY KEY, provider TEXT NOT NULL, model TEXT NOT NULL, parts TEXT NOT NULL) WITHOUT ROWID;
  CREATE TABLE texts (digest TEXT PRIMARY KEY, content TEXT NOT NULL) WITHOUT ROWID;
  CREATE TABLE answers (
    key TEXT PRIMARY KEY, arm TEXT NOT NULL, trial TEXT NOT NULL, prompt TEXT, at INTEGER NOT NULL,
    messages TEXT NOT NULL, "case" TEXT, answer TEXT NOT NULL
  );
  PRAGMA application_id = ${applicationId};
  PRAGMA user_version = ${schemaVersion};
`;

/** Makes a file that was just opened ready: how it waits and writes, and its tables. Throws `StoreError`, or what SQLite says. */
export function prepareStore(database: Database, patienceMs: number): void {
  // The timeout first: turning the log on is the first thing that may have to wait for another process.
  database.exec(`PRAGMA busy_timeout = ${patienceMs}`);
  const isNew = !isReady(database);
  database.exec('PRAGMA journal_mode = WAL');
  database.exec('PRAGMA synchronous = NORMAL');
  // Half a megabyte of pages is enough for one look-up after the other; the usual two would only be there.
  database.exec('PRAGMA cache_size = -512');
  if (isNew) makeTables(database);
}

/** One process makes them; the others that come at the same time wait for it, and find them. */
function makeTables(database: Database): void {
  inTransaction(database, () => {
    if (!isReady(database)) database.exec(tables);
  });
}

/** Whether the tables are there; another file, and a newer one, is left as it is. */
function isReady(database: Database): boolean {
  const number = (sql: string) => Number(Object.values(database.prepare(sql).get() ?? {})[0]);
  const version = number('PRAGMA user_version');
  const isOurs = number('PRAGMA application_id') === applicationId;
  if (isOurs && version > schemaVersion)
    throw new StoreError('newer', `.evals/store.sqlite was written by a newer evals (format ${version})`);
  if (isOurs) return true;
  if (number('SELECT count(*) FROM sqlite_master') > 0)
    throw new StoreError('foreign', '.evals/store.sqlite is a database of something else');
  return false;
}
