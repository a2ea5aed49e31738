import type { Driver, Row, Value } from './database.ts';

type Sqlite = {
  DatabaseSync: new (
    path: string,
  ) => {
    exec(sql: string): void;
    prepare(sql: string): {
      get(...values: Value[]): Row | undefined;
      all(...values: Value[]): Row[];
      run(...values: Value[]): unknown;
    };
    close(): void;
  };
};

/** The SQLite of this Node, from 22.13 on; undefined where there is none, or only behind a flag. */
export function nodeDriver(): Driver | undefined {
  const sqlite = quietly(() => process.getBuiltinModule?.('node:sqlite') as Sqlite | undefined);
  if (!sqlite) return undefined;
  return (path) => new sqlite.DatabaseSync(path);
}

/** Some versions of Node call their SQLite experimental, once, when it is loaded: that says nothing to who runs evals. */
function quietly<T>(load: () => T): T {
  const { emitWarning } = process;
  process.emitWarning = ((warning: string | Error, ...more: unknown[]) => {
    const isAboutSqlite = /experimental/i.test(String(more[0])) && /sqlite/i.test(String(warning));
    if (!isAboutSqlite) emitWarning.call(process, warning, ...(more as []));
  }) as typeof process.emitWarning;
  try {
    return load();
  } finally {
    process.emitWarning = emitWarning;
  }
}
