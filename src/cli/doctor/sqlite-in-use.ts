import { libsqlDriver } from '../../store/libsql-driver.ts';
import { nodeDriver } from '../../store/node-driver.ts';

/** The SQLite that the response cache uses: Node's own first, as the store does; undefined when none of them loads. */
export async function sqliteInUse(): Promise<'node:sqlite' | 'libsql' | undefined> {
  if (nodeDriver()) return 'node:sqlite';
  return libsqlDriver().then(
    () => 'libsql' as const,
    () => undefined,
  );
}
