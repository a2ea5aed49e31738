import { rm, stat } from 'node:fs/promises';
import { join } from 'node:path';

/** The store on disk: the file, and what SQLite keeps beside it. */
export type StoreFiles = {
  path: string;
  /** Bytes of all of them; 0 where there is none. */
  size(): Promise<number>;
  remove(): Promise<void>;
};

/** The files of a project's store. */
export function storeFiles(root: string): StoreFiles {
  const path = join(root, '.evals', 'store.sqlite');
  const all = ['', '-wal', '-shm'].map((ending) => path + ending);
  const sizeOf = (file: string) =>
    stat(file).then(
      ({ size }) => size,
      () => 0,
    );
  return {
    path,
    size: async () => (await Promise.all(all.map(sizeOf))).reduce((sum, size) => sum + size, 0),
    remove: async () =>
      void (await Promise.all(all.map((file) => rm(file, { recursive: true, force: true })))),
  };
}
