/** A finished trial: the suite that it is of, and its line in the journal. */
export type RowLine = { suite: string; line: string };

/** Where the rows of a run go. */
export type RowFile = {
  /** Adds all of the rows or none of them. Throws when the disk does not take them. */
  append(rows: readonly RowLine[]): void;
  /** Throws when the file is not at its place any more. */
  check(): void;
  /** Asks the disk itself to keep what it was given. */
  sync(): void;
  /** All that was given is written. Rejects when the disk did not take it. */
  settle(): Promise<void>;
  close(): void;
};
