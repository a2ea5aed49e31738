import { git } from '../../load/git.ts';
import type { World } from '../world.ts';

/** Who accepts: `Name <address>` as git would sign a commit with, else the name of the account. */
export async function signer(
  root: string,
  { env, account }: Pick<World, 'env' | 'account'>,
): Promise<string> {
  const [name, address] = await Promise.all(['user.name', 'user.email'].map((key) => setting(root, key)));
  if (name && address) return `${name} <${address}>`;
  return name || address || env.USER || env.LOGNAME || env.USERNAME || account?.() || 'unknown';
}

async function setting(root: string, key: string): Promise<string> {
  const answer = await git(root, 'config', '--get', key);
  return answer.status === 'done' ? answer.output.toString('utf8').trim() : '';
}
