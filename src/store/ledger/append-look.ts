import { constants } from 'node:fs';
import { open } from 'node:fs/promises';
import { join } from 'node:path';
import type { Look } from '../../domain/look.ts';
import { sha256 } from '../../text/sha256.ts';
import type { Ledger } from './parse-ledger.ts';
import { printLook } from './print-look.ts';

/** A look that is not in the ledger yet. */
export type NewLook = Omit<Look, 'schemaVersion' | 'n' | 'previous' | 'mac'>;

/** What is there is added to; a link that somebody laid there meanwhile is not followed. */
const adding = constants.O_WRONLY | constants.O_APPEND | constants.O_CREAT | (constants.O_NOFOLLOW ?? 0);

/**
 * Adds a look to a ledger and brings it to the disk before it returns, so that nobody hears of a bit that is not written.
 * Gives back the ledger with it. Rejects when the disk does not take it.
 */
export async function appendLook(
  { root, file, key }: { root: string; file: string; key: string | undefined },
  { looks, lines, last }: Ledger,
  look: NewLook,
): Promise<Ledger> {
  const whole = { schemaVersion: 1 as const, ...look, n: looks.length + 1, previous: last };
  const line = printLook(whole, key);
  const handle = await open(join(root, file), adding, 0o644);
  try {
    await handle.writeFile(`${line}\n`);
    // The time of the file would tell how long the run took.
    await handle.utimes(new Date(look.at), new Date(look.at));
    await handle.sync();
  } finally {
    await handle.close();
  }
  return { looks: [...looks, JSON.parse(line)], lines: [...lines, line], last: sha256(line) };
}
