import { access, constants } from 'node:fs/promises';
import path from 'node:path';

/** The absolute path of a program, looked for as the system does when it starts one; undefined when there is none. */
export async function findProgram(
  name: string,
  root: string,
  env: Readonly<Record<string, string | undefined>>,
): Promise<string | undefined> {
  const isPath = name.includes('/') || name.includes(path.sep);
  const folders = isPath ? [root] : (env.PATH ?? env.Path ?? '').split(path.delimiter);
  const endings = ['', ...(env.PATHEXT?.split(';') ?? [])];
  for (const folder of folders) {
    for (const ending of endings) {
      const file = path.resolve(folder, name + ending);
      const isThere = await access(file, constants.X_OK).then(
        () => true,
        () => false,
      );
      if (isThere) return file;
    }
  }
  return undefined;
}
