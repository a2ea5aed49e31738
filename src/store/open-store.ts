import { access, mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Clock } from '../flow/clock.ts';
import { messageOf } from '../text/message-of.ts';
import type { Database, Driver } from './database.ts';
import { libsqlDriver } from './libsql-driver.ts';
import { nodeDriver } from './node-driver.ts';
import { prepareStore } from './prepare-store.ts';
import { StoreError } from './store-error.ts';
import { storeFiles } from './store-files.ts';
import { toStoreError } from './to-store-error.ts';

/** Where the drivers come from, in the order in which they are tried. */
export type Drivers = { node(): Driver | undefined; libsql(): Promise<Driver> };

export type StoreOptions = {
  /** Of the project. */
  root: string;
  clock: Clock;
  /** Makes the file when there is none. */
  create: boolean;
  drivers?: Drivers;
};

/** Milliseconds that opening waits for another process. */
const patience = 2000;

/** The SQLite file of a project. Undefined when there is none and none is to be made; rejects with a `StoreError`. */
export async function openStore(options: StoreOptions): Promise<Database | undefined> {
  const { root, create, clock, drivers = { node: nodeDriver, libsql: libsqlDriver } } = options;
  const { path } = storeFiles(root);
  try {
    if (create) await makeFolder(root);
    else if (!(await isThere(path))) return undefined;
    const driver = drivers.node() ?? (await drivers.libsql().catch(noDriver));
    return await open(driver, path, clock);
  } catch (error) {
    throw toStoreError(error);
  }
}

async function open(driver: Driver, path: string, clock: Clock): Promise<Database> {
  const end = clock.now() + patience;
  for (;;) {
    const database = driver(path);
    try {
      prepareStore(database, patience);
      return database;
    } catch (error) {
      database.close();
      // Two that make a file's log at once refuse each other without waiting, whatever the timeout is.
      if (toStoreError(error).fault !== 'busy' || clock.now() >= end) throw error;
      await clock.sleep(20);
    }
  }
}

/** Nothing under .evals/ is for git; the folder says so itself, once. */
async function makeFolder(root: string): Promise<void> {
  await mkdir(join(root, '.evals'), { recursive: true });
  await writeFile(join(root, '.evals', '.gitignore'), '*\n', { flag: 'wx' }).catch(() => {});
}

function noDriver(error: unknown): never {
  const isMissing = (error as NodeJS.ErrnoException).code === 'ERR_MODULE_NOT_FOUND';
  const why = isMissing ? 'is not installed' : `does not load (${messageOf(error).split('\n')[0]})`;
  throw new StoreError('no-driver', `this Node has no SQLite of its own, and the package libsql ${why}`);
}

const isThere = (path: string) =>
  access(path).then(
    () => true,
    () => false,
  );
