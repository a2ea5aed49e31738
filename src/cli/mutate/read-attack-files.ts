import { relative, resolve } from 'node:path';
import type { Attack } from '../../domain/attack.ts';
import { readAttacks } from '../../load/read-attacks.ts';
import { Refusal } from '../refusal.ts';

/** The attacks of several files, which are called by their paths from the project's root. Throws a `Refusal` with all that is wrong. */
export async function readAttackFiles(
  files: readonly string[],
  field: string | undefined,
  { root, folder }: { root: string; folder: string },
): Promise<Attack[]> {
  const read = await Promise.all(
    files.map((file) => {
      const path = resolve(folder, file);
      return readAttacks(path, relative(root, path).replaceAll('\\', '/'), field);
    }),
  );
  const found = read.flatMap((one) => one.problems);
  if (found.length > 0) throw new Refusal(found);
  return read.flatMap((one) => one.value ?? []);
}
