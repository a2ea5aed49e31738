import { posix } from 'node:path';
import { git } from './git.ts';
import type { Tree, TreeFile } from './tree.ts';
import { whyNoGit } from './why-no-git.ts';

/** A revision that was found, or why it was not. */
export type GitRevision =
  | { status: 'found'; commit: string; tree: Tree }
  | { status: 'no-git'; detail: string }
  | { status: 'unknown-revision' };

/**
 * The project's files as they stood at a revision, read from git's objects; the working tree is not touched.
 * `root` is the absolute path of the project, which may be a folder of the repository.
 */
export async function readGit(root: string, revision: string): Promise<GitRevision> {
  const detail = await whyNoGit(root);
  if (detail !== undefined) return { status: 'no-git', detail };
  const found = await git(
    root,
    'rev-parse',
    '--verify',
    '--quiet',
    '--end-of-options',
    `${revision}^{commit}`,
  );
  const commit = found.status === 'done' ? found.output.toString('utf8').trim() : '';
  if (!/^[0-9a-f]{40,64}$/.test(commit)) return { status: 'unknown-revision' };
  return { status: 'found', commit, tree: gitTree(root, commit) };
}

type Entry = { mode: string; path: string };

function gitTree(root: string, commit: string): Tree {
  const listing = async (folder: string): Promise<Entry[]> => {
    const answer = await git(root, 'ls-tree', '-z', commit, '--', folder);
    if (answer.status !== 'done') return [];
    const lines = answer.output.toString('utf8').split('\0').filter(Boolean);
    return lines.map((line) => ({
      mode: line.slice(0, line.indexOf(' ')),
      path: line.slice(line.indexOf('\t') + 1),
    }));
  };
  const read = async (path: string, within: string, links: number): Promise<TreeFile> => {
    const clean = posix.normalize(path);
    if (
      clean.startsWith('/') ||
      !`${clean}/`.startsWith(within ? `${within}/` : '') ||
      clean.startsWith('../')
    )
      return { status: 'outside' };
    const entry = (await listing(clean)).find((one) => one.path === clean);
    if (!entry) return { status: 'missing' };
    if (!/^1[02]/.test(entry.mode)) return { status: 'unreadable', detail: 'it is no file' };
    const blob = await git(root, 'cat-file', 'blob', `${commit}:./${clean}`);
    if (blob.status !== 'done') return { status: 'unreadable', detail: 'git does not have its content' };
    if (entry.mode !== '120000') return { status: 'read', bytes: blob.output };
    if (links === 0) return { status: 'unreadable', detail: 'its links lead in a circle' };
    return read(posix.join(posix.dirname(clean), blob.output.toString('utf8')), within, links - 1);
  };
  return {
    list: async (folder) => (await listing(`${folder}/`)).map(({ path }) => posix.basename(path)),
    read: (path, within) => read(path, within, 5),
  };
}
