import { findProcess } from './find-process.ts';
import type { LockLink, LockOwner } from './lock-chain.ts';

/** Somebody who holds a lock, or may hold it: what runs on another machine cannot be seen from here. */
export type Holder = LockOwner & { isHere: boolean };

/** Who holds the lock of which this is the last file; undefined when its owner is dead, or nothing of it can be read. */
export async function holderOf(last: LockLink | undefined, host: string): Promise<Holder | undefined> {
  const owner = last?.owner;
  if (!owner) return undefined;
  if (owner.host !== undefined && owner.host !== host) return { ...owner, isHere: false };
  const { isAlive, started } = await findProcess(owner.pid);
  // The number is given again to other processes; these began at another moment.
  const isOther = started !== undefined && owner.started !== undefined && started !== owner.started;
  return isAlive && !isOther ? { ...owner, isHere: true } : undefined;
}
