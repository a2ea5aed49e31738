import { execFile } from 'node:child_process';

/** What a git command gave, or why it gave nothing. */
export type GitAnswer =
  | { status: 'done'; output: Buffer }
  | { status: 'failed'; message: string }
  | { status: 'no-git' };

/** Nothing is fetched for a partial clone, no lock is taken, no pager or signature check is started. */
const quiet = [
  '--no-pager', '--no-optional-locks', '--literal-pathspecs',
  '-c', 'protocol.allow=never', '-c', 'log.showSignature=false', '-c', 'core.fsmonitor=false',
]; // biome-ignore format: a table

/** Runs git in `folder` and waits at most 30 s. Never rejects. */
export function git(folder: string, ...words: string[]): Promise<GitAnswer> {
  return new Promise((done) => {
    execFile(
      'git',
      [...quiet, ...words],
      { cwd: folder, encoding: 'buffer', maxBuffer: 256 * 1024 * 1024, timeout: 30_000, windowsHide: true },
      (error, output, stderr) => {
        if (!error) done({ status: 'done', output });
        else if (error.code === 'ENOENT') done({ status: 'no-git' });
        else done({ status: 'failed', message: stderr.toString('utf8').trim() || error.message });
      },
    );
  });
}
