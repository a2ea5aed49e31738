import { hostname } from 'node:os';
import { type Holder, holderOf } from './holder-of.ts';
import { lockChain } from './lock-chain.ts';
import { runFolder } from './run-folder.ts';

/** Who is writing a run right now, as far as that can be seen; undefined when nobody is. */
export async function runHolder(root: string, id: string): Promise<Holder | undefined> {
  const chain = await lockChain(runFolder(root, id).lock);
  return holderOf(chain.at(-1), hostname());
}
