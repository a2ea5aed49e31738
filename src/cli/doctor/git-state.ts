import { access } from 'node:fs/promises';
import { join } from 'node:path';
import { doctorProblems } from '../../domain/doctor-problems.ts';
import { git } from '../../load/git.ts';
import { whyNoGit } from '../../load/why-no-git.ts';
import type { DoctorCheck, Finding } from './finding.ts';
import { found } from './found.ts';

/** Git itself, and whether it leaves alone what is not for it: `.evals/`, and `.env` with its keys. */
export function gitState(root: string): DoctorCheck {
  return {
    name: 'Git',
    async run() {
      const answer = await git(root, '--version');
      if (answer.status === 'no-git') return [found.problem(doctorProblems.noGit({}))];
      const version =
        answer.status === 'done' ? /\d[\w.]*/.exec(answer.output.toString('utf8'))?.[0] : undefined;
      const here = found.good('git', `Git ${version ?? '(version unknown)'}`);
      const detail = await whyNoGit(root);
      if (detail === undefined)
        return [here, ...(await ignored(root, '.evals/', false)), ...(await ignored(root, '.env', true))];
      return /not in a git repository/.test(detail)
        ? [
            here,
            found.note(
              'no-repository',
              'The folder is in no git repository: runs cannot tell which commit they tested',
            ),
          ]
        : [here, found.problem(doctorProblems.gitUnusable({ detail }))];
    },
  };
}

/** What git tracks, or would, is not ignored; a path that is not there is not asked about. */
async function ignored(root: string, path: string, isSecret: boolean): Promise<Finding[]> {
  const isThere = await access(join(root, path)).then(
    () => true,
    () => false,
  );
  if (!isThere) return [];
  const wanted = ['--cached', '--others', '--exclude-standard', '--directory', '--no-empty-directory'];
  const answer = await git(root, 'ls-files', ...wanted, '--', path);
  if (answer.status !== 'done') return [];
  return answer.output.length === 0
    ? [found.good('ignored', `Git ignores ${path}`)]
    : [found.problem(doctorProblems.notIgnored({ path, isSecret }))];
}
