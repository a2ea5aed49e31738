import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseEnv } from 'node:util';
import { whyUnreadable } from '../load/why-unreadable.ts';

/** What the `.env` beside the config sets, and whether it could be read. */
export type DotEnv = {
  values: Record<string, string>;
  dotEnv: { is: 'read' | 'missing' } | { is: 'unreadable'; detail: string };
};

/** Reads the `.env` in `root`; nothing is set by one that is missing or cannot be read. */
export async function readDotEnv(root: string): Promise<DotEnv> {
  try {
    const text = await readFile(join(root, '.env'), 'utf8');
    return { values: parseEnv(text) as Record<string, string>, dotEnv: { is: 'read' } };
  } catch (error) {
    const isMissing = (error as NodeJS.ErrnoException).code === 'ENOENT';
    const dotEnv = isMissing
      ? { is: 'missing' as const }
      : { is: 'unreadable' as const, detail: whyUnreadable(error) };
    return { values: {}, dotEnv };
  }
}
