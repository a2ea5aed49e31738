/** What came of asking a tree for a file. `outside` is a path that leads out of the folder it must stay in. */
export type TreeFile =
  | { status: 'read'; bytes: Uint8Array }
  | { status: 'missing' }
  | { status: 'outside' }
  | { status: 'unreadable'; detail: string };

/** Files under the project's root, on disk or at a revision of git. Paths start at the root, with `/`. */
export type Tree = {
  /** Names of what a folder holds, in no order; empty when there is no such folder. */
  list(folder: string): Promise<string[]>;
  /** Reads a file that has to lie, links followed, inside the folder `within` (`''` is the root). Never rejects. */
  read(path: string, within: string): Promise<TreeFile>;
};
