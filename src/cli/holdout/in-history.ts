import { git } from '../../load/git.ts';

/** What git still has of a file that was removed, in sentences. */
export async function inHistory(root: string, file: string): Promise<string[]> {
  const answer = await git(root, 'log', '--all', '--format=%h', '--', file);
  if (answer.status !== 'done') return [];
  const commits = answer.output.toString('utf8').split('\n').filter(Boolean).length;
  const look = `git log --all -- ${file}`;
  if (commits > 0)
    return [
      `Git's history still has the plain text: "${look}" shows it to anyone (${commits} commit${commits > 1 ? 's' : ''}). What was ever committed is no secret; seal cases that were not.`,
    ];
  return [
    `No commit here has the plain text ("${look}"); a stash, another clone, an editor's backup or the disk itself still may.`,
  ];
}
