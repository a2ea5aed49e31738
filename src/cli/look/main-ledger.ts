import { git } from '../../load/git.ts';

/** The ledger as the main branch has it, in lines, or why nobody knows: there is no git here, or no such branch. */
export type MainLedger = { ref: string; lines: string[] } | { why: 'git' | 'main' };

/** Where the main branch may be, the surest first: what was fetched is not moved by who works here. */
const places = ['origin/HEAD', 'origin/main', 'origin/master', 'main', 'master'];

const done = async (root: string, ...words: string[]) => {
  const answer = await git(root, ...words);
  return answer.status === 'done' ? answer.output.toString('utf8') : undefined;
};

/** Reads a ledger (`file` is a path from the root) from the main branch; without lines where it is not there yet. */
export async function mainLedger(root: string, file: string): Promise<MainLedger> {
  if ((await done(root, 'rev-parse', '--is-inside-work-tree')) === undefined) return { why: 'git' };
  for (const ref of places) {
    if ((await done(root, 'rev-parse', '--verify', '--quiet', `${ref}^{commit}`)) === undefined) continue;
    const blob = await done(root, 'rev-parse', '--verify', '--quiet', `${ref}:./${file}`);
    if (blob === undefined) return { ref, lines: [] };
    const text = await done(root, 'cat-file', 'blob', blob.trim());
    if (text === undefined) return { why: 'main' };
    return { ref, lines: text.split(/\r?\n/).filter((line) => line !== '') };
  }
  return { why: 'main' };
}
