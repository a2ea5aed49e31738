import { relative, resolve } from 'node:path';

/**
 * The file that a suite's key `holdout` names, as a path from the root with `/`, or why it can be none. `folder` is that
 * of the suite, absolute, as `root` is.
 */
export function holdoutPath(
  holdout: string,
  { folder, root }: { folder: string; root: string },
): { file: string } | { detail: string } {
  const file = relative(root, resolve(folder, holdout)).replaceAll('\\', '/');
  if (file === '..' || file.startsWith('../') || /^([a-z]:|\/)/i.test(file))
    return { detail: 'it lies outside of the project' };
  if (!/[^/]\.ya?ml$/.test(file)) return { detail: 'its name does not end in .yaml' };
  return { file };
}
