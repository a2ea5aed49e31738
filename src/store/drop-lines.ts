import { open, rename, rm } from 'node:fs/promises';
import { completeLines } from './complete-lines.ts';

/** Lines that are written at once. */
const batchSize = 256;

/** Writes a file anew without some of its lines (counted from 1); the old one stays until the new one is whole. */
export async function dropLines(path: string, numbers: ReadonlySet<number>): Promise<void> {
  const draft = `${path}.new`;
  const file = await open(draft, 'w');
  try {
    let batch: string[] = [];
    for await (const { text, number } of completeLines(path)) {
      if (!numbers.has(number)) batch.push(`${text}\n`);
      if (batch.length < batchSize) continue;
      await file.appendFile(batch.join(''));
      batch = [];
    }
    await file.appendFile(batch.join(''));
    await file.sync();
    await rename(draft, path);
  } finally {
    await file.close();
    await rm(draft, { force: true });
  }
}
