import { git } from './git.ts';
import { whyNoGit } from './why-no-git.ts';

/** One commit that changed a folder. `date` is ISO 8601 with the author's offset; paths start at the project's root. */
export type GitCommit = {
  commit: string;
  date: string;
  author: string;
  subject: string;
  changes: { kind: 'added' | 'changed' | 'deleted'; path: string }[];
};

/** What git knows of a folder: its commits, newest first, and the paths that differ from the last one. */
export type GitLog =
  | { status: 'read'; commits: GitCommit[]; uncommitted: string[] }
  | { status: 'no-git'; detail: string };

/** Reads the history of a folder of the project. `root` is absolute. Renames count as deleted and added. */
export async function readGitLog(root: string, folder: string): Promise<GitLog> {
  const detail = await whyNoGit(root);
  if (detail !== undefined) return { status: 'no-git', detail };
  const format = '--format=%H%x00%aI%x00%an%x00%s%x00';
  const log = await git(
    root,
    'log',
    '-z',
    '--name-status',
    '--no-renames',
    '--relative',
    format,
    '--',
    folder,
  );
  const state = await git(
    root,
    'status',
    '--porcelain',
    '-z',
    '--untracked-files=all',
    '--no-renames',
    '--',
    folder,
  );
  const prefix = await git(root, 'rev-parse', '--show-prefix');
  const lead = prefix.status === 'done' ? prefix.output.toString('utf8').trim() : '';
  return {
    status: 'read',
    // A repository without a commit has no log, which is no failure here.
    commits: log.status === 'done' ? parseLog(log.output.toString('utf8')) : [],
    uncommitted: state.status === 'done' ? parseStatus(state.output.toString('utf8'), lead) : [],
  };
}

const kinds = { A: 'added', D: 'deleted' } as const;

/** Fields end with a NUL, which nothing in a commit can hold; a change is a letter and a path. */
function parseLog(output: string): GitCommit[] {
  const fields = output.split('\0').map((field) => field.replace(/^\n/, ''));
  const commits: GitCommit[] = [];
  let at = 0;
  while (at < fields.length) {
    if (fields[at] === '') at++;
    else if (/^[A-Z]$/.test(fields[at]!)) {
      const kind = kinds[fields[at] as 'A' | 'D'] ?? 'changed';
      commits.at(-1)?.changes.push({ kind, path: fields[at + 1] ?? '' });
      at += 2;
    } else {
      const [commit, date, author, subject] = fields.slice(at, at + 4) as [string, string, string, string];
      commits.push({ commit, date, author, subject, changes: [] });
      at += 4;
    }
  }
  return commits;
}

/** `XY path`, from the top of the repository. */
const parseStatus = (output: string, lead: string) =>
  output
    .split('\0')
    .filter(Boolean)
    .map((entry) => entry.slice(3))
    .map((path) => (path.startsWith(lead) ? path.slice(lead.length) : path));
