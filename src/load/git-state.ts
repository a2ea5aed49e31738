import { git } from './git.ts';

/** Where the working tree of a project stands; undefined where there is no git, or no commit yet. `dirty`: tracked files were changed. */
export async function gitState(
  root: string,
): Promise<{ commit: string; branch?: string; dirty: boolean } | undefined> {
  const [commit, branch, status] = await Promise.all([
    git(root, 'rev-parse', 'HEAD'),
    git(root, 'symbolic-ref', '--short', '--quiet', 'HEAD'),
    git(root, 'status', '--porcelain', '--untracked-files=no'),
  ]);
  if (commit.status !== 'done') return undefined;
  return {
    commit: commit.output.toString('utf8').trim(),
    ...(branch.status === 'done' ? { branch: branch.output.toString('utf8').trim() } : {}),
    dirty: status.status === 'done' && status.output.length > 0,
  };
}
