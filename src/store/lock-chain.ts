import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { sha256 } from '../text/sha256.ts';

/** Who writes a run. */
export type LockOwner = {
  pid: number;
  /** A mark of the moment in which the process began; undefined where its system does not tell. */
  started?: string;
  /** The name of its machine. */
  host?: string;
  /** ISO 8601, UTC. */
  since?: string;
};

/** One lock file; without an owner when it cannot be read. Who takes it over writes `<lock>.<token>`. */
export type LockLink = { file: string; token: string; owner?: LockOwner };

/**
 * The lock files of a run from the first owner to the last, who is the one that counts; empty when nobody holds it.
 * Each file names its successor by its own content, so that of all who find an owner dead only one can make the next.
 */
export async function lockChain(path: string): Promise<LockLink[]> {
  const chain: LockLink[] = [];
  for (let file = path; ; ) {
    const text = await readFile(file, 'utf8').catch(ifMissing);
    if (text === undefined) return chain;
    const token = sha256(`${basename(file)} ${text}`, 12);
    const owner = parse(text);
    chain.push({ file, token, ...(owner ? { owner } : {}) });
    file = `${path}.${token}`;
  }
}

function ifMissing(error: NodeJS.ErrnoException): undefined {
  if (error.code !== 'ENOENT') throw error;
}

function parse(text: string): LockOwner | undefined {
  try {
    const owner = JSON.parse(text) as LockOwner | null;
    return Number.isInteger(owner?.pid) ? (owner as LockOwner) : undefined;
  } catch {
    return undefined;
  }
}
