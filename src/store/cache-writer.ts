import type { Database } from './database.ts';
import { inTransaction } from './in-transaction.ts';
import { redacted } from './redacted.ts';
import type { CacheRow } from './to-cache-row.ts';

/**
 * A function that writes rows in one transaction: all of them or none. Arms and long texts are written with every
 * batch that refers to them, as another process may have emptied the store meanwhile.
 */
export function cacheWriter(database: Database, redact: (text: string) => string) {
  const addShared = sharedWriter(database, redact);
  const addAnswer = database.prepare(
    'INSERT OR REPLACE INTO answers (key, arm, trial, prompt, at, messages, "case", answer) VALUES (?, ?, ?, ?, ?, ?, ?, ?)',
  );
  return (rows: readonly CacheRow[]): 'written' =>
    inTransaction(database, () => {
      addShared(rows);
      for (const { key, arm, trial, prompt, at, messages, case: one, answer } of rows)
        addAnswer.run(key, arm.digest, trial, prompt, at, messages, one, answer);
      return 'written';
    });
}

/** Writes what many answers refer to. */
function sharedWriter(database: Database, redact: (text: string) => string) {
  const addArm = database.prepare(
    'INSERT OR IGNORE INTO arms (digest, provider, model, parts) VALUES (?, ?, ?, ?)',
  );
  const addText = database.prepare('INSERT OR IGNORE INTO texts (digest, content) VALUES (?, ?)');
  return (rows: readonly CacheRow[]) => {
    const arms = new Map(rows.map(({ arm }) => [arm.digest, arm]));
    for (const arm of arms.values())
      addArm.run(arm.digest, arm.provider, arm.model, JSON.stringify(redacted(arm.parts, redact)));
    const texts = new Map(rows.flatMap((row) => row.texts).map((text) => [text.digest, text.content]));
    for (const [digest, content] of texts) addText.run(digest, content);
  };
}
