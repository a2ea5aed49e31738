/** What can be bound to a place in a statement. */
export type Value = string | number | null;

export type Row = Record<string, unknown>;

export type Statement = {
  get(...values: Value[]): Row | undefined;
  all(...values: Value[]): Row[];
  run(...values: Value[]): void;
};

/** An SQLite file that is open. Everything in it is synchronous, and throws what SQLite says. */
export type Database = {
  /** One or several statements without values. */
  exec(sql: string): void;
  prepare(sql: string): Statement;
  close(): void;
};

/** Opens a file, or makes it. */
export type Driver = (path: string) => Database;
