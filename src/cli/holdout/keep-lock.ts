import type { HoldoutLock, HoldoutRecord } from '../../domain/holdout.ts';
import { type NewText, writeHoldout } from '../../store/holdout/write-holdout.ts';
import { Refusal } from '../refusal.ts';
import type { World } from '../world.ts';
import type { ChosenHoldout } from './choose-holdouts.ts';
import { holdoutRecord } from './holdout-record.ts';

/** What happened, and what of it only the command knows. */
export type Happened = Pick<HoldoutRecord, 'what' | 'reason' | 'recipients'>;

/**
 * Writes the lock of a holdout with one more record at its end, and before it the file that changed with it. Throws a
 * `Refusal` where somebody else was faster, or the disk does not take it.
 */
export async function keepLock(
  chosen: ChosenHoldout,
  { lock, happened, changed }: { lock: HoldoutLock; happened: Happened; changed?: NewText },
  world: World,
): Promise<HoldoutLock> {
  const record = { ...(await holdoutRecord(happened.what, chosen, lock, world)), ...happened };
  const kept = { ...lock, records: [...lock.records, record] };
  const found = await writeHoldout(chosen.root, chosen.files.lock, kept, changed);
  if (found.length > 0) throw new Refusal(found);
  return kept;
}
