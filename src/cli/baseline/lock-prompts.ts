import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Baseline } from '../../domain/baseline.ts';
import { replaceFile } from '../../store/replace-file.ts';

/** From the root. */
const file = 'prompts/lock.json';

/**
 * Writes `prompts/lock.json` anew: a digest for each prompt version that a baseline refers to, in the order of their
 * names. Gives back the file; undefined when there is nothing to lock. Rejects when the disk does not take it.
 */
export async function lockPrompts(root: string, baselines: Iterable<Baseline>): Promise<string | undefined> {
  const lanes = [...baselines].flatMap((one) => one.lanes);
  const inTime = lanes.sort((a, b) => (a.accepted.at < b.accepted.at ? -1 : 1));
  const digests = new Map(
    inTime.flatMap(({ arm: { prompt, promptDigest } }): [string, string][] =>
      prompt === undefined || promptDigest === undefined ? [] : [[prompt, promptDigest]],
    ),
  );
  if (digests.size === 0 && !existsSync(join(root, file))) return undefined;
  const prompts = Object.fromEntries([...digests].sort(([a], [b]) => (a < b ? -1 : 1)));
  await replaceFile(join(root, file), `${JSON.stringify({ schemaVersion: 1, prompts }, null, 2)}\n`);
  return file;
}
