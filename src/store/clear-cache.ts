import type { Database, Value } from './database.ts';
import { inTransaction } from './in-transaction.ts';
import { toStoreError } from './to-store-error.ts';

/** Which answers are removed: those of before a moment, of a model by its name or as `provider:id`, or all. */
export type ClearChoice = { before?: Date; model?: string };

/** What was removed, and whether the disk has its room back: not while another process has the file in use. */
export type Cleared = { answers: number; isShrunk: boolean };

const ofModel = `(CASE WHEN json_valid(trial) THEN json_extract(trial, '$[2]') END = ?
  OR arm IN (SELECT digest FROM arms WHERE provider || ':' || model = ?))`;

/** What nobody refers to any more. */
const orphans = `
  DELETE FROM arms WHERE digest NOT IN (SELECT arm FROM answers);
  DELETE FROM texts WHERE digest NOT IN (
    SELECT json_extract(one.value, '$.text') FROM answers, json_each(answers.messages) AS one
    WHERE json_extract(one.value, '$.text') IS NOT NULL
  );
`;

/** Removes answers, with all that belongs to them alone, and gives the disk its room back. */
export function clearCache(database: Database, { before, model }: ClearChoice): Cleared {
  const conditions: string[] = [];
  const values: Value[] = [];
  if (before) {
    conditions.push('at < ?');
    values.push(before.getTime());
  }
  if (model !== undefined) {
    conditions.push(ofModel);
    values.push(model, model);
  }
  const where = conditions.length > 0 ? ` WHERE ${conditions.join(' AND ')}` : '';
  const answers = inTransaction(database, () => {
    const row = database.prepare(`SELECT count(*) AS answers FROM answers${where}`).get(...values);
    database.prepare(`DELETE FROM answers${where}`).run(...values);
    database.exec(orphans);
    return Number(row?.answers);
  });
  return { answers, isShrunk: shrink(database) };
}

function shrink(database: Database): boolean {
  try {
    database.exec('VACUUM');
    const told = database.prepare('PRAGMA wal_checkpoint(TRUNCATE)').get();
    return told?.busy === 0;
  } catch (error) {
    if (toStoreError(error).fault === 'busy') return false;
    throw error;
  }
}
