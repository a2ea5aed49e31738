import type { Driver, Row, Value } from './database.ts';

type Libsql = new (
  path: string,
) => {
  exec(sql: string): void;
  prepare(sql: string): {
    get(values: Value[]): Row | undefined;
    all(values: Value[]): Row[];
    run(values: Value[]): unknown;
  };
  close(): void;
};

/** The optional package libsql: the same files as Node's own SQLite. Rejects where it is not installed, or not for this system. */
export async function libsqlDriver(): Promise<Driver> {
  const { default: Libsql } = (await import('libsql')) as unknown as { default: Libsql };
  return (path) => {
    const database = new Libsql(path);
    return {
      exec: (sql) => database.exec(sql),
      prepare(sql) {
        const statement = database.prepare(sql);
        // Always one list: it takes a lone object for names, and ends the whole process over one that it does not know.
        return {
          get: (...values) => statement.get(values),
          all: (...values) => statement.all(values),
          run: (...values) => void statement.run(values),
        };
      },
      close: () => database.close(),
    };
  };
}
