import { git } from './git.ts';

/** Why git cannot be asked about a folder, as a phrase; undefined when it can. */
export async function whyNoGit(folder: string): Promise<string | undefined> {
  const answer = await git(folder, 'rev-parse', '--is-inside-work-tree');
  if (answer.status === 'done') return undefined;
  if (answer.status === 'no-git') return 'git is not installed';
  if (/not a git repository/i.test(answer.message)) return 'the project is not in a git repository';
  return answer.message
    .split('\n')[0]!
    .replace(/^fatal: /, '')
    .replace(/\.$/, '');
}
