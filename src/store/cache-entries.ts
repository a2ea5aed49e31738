import type { Json } from '../domain/json.ts';
import type { Message } from '../domain/message.ts';
import type { Database, Row } from './database.ts';
import type { StoredMessage } from './shared-texts.ts';

/** A request that was asked, as the cache remembers it. Secrets are taken out. */
export type CacheEntry = {
  /** When it was answered. */
  at: Date;
  /** Of the trial that it was asked for; others that ask the same share it. */
  suite: string;
  case: string;
  /** `name@v3`. */
  prompt?: string;
  /** All that the answer depends on, for a person to compare. */
  request: Record<string, Json>;
};

/** Looks into the cache for what was asked, not for the answers. */
export type CacheEntries = {
  /** By the trial's label, the newest first. */
  ofTrial(label: string): CacheEntry[];
  byKey(key: string): CacheEntry | undefined;
  /** What the arms of a model have in common, by digest. */
  armsOf(provider: string, model: string): { digest: string; parts: Record<string, Json> }[];
};

const columns = 'at, trial, prompt, messages, "case", parts';
const from = 'FROM answers LEFT JOIN arms ON arms.digest = answers.arm';

/** Reads what `evals cache why` compares. A text that somebody has removed is said to be missing. */
export function cacheEntries(database: Database): CacheEntries {
  const byTrial = database.prepare(`SELECT ${columns} ${from} WHERE trial = ? ORDER BY at DESC`);
  const byKey = database.prepare(`SELECT ${columns} ${from} WHERE key = ?`);
  const arms = database.prepare('SELECT digest, parts FROM arms WHERE provider = ? AND model = ?');
  const texts = database.prepare('SELECT content FROM texts WHERE digest = ?');
  const toMessage = (stored: StoredMessage): Message => {
    if (!('text' in stored)) return stored;
    const content = texts.get(stored.text)?.content;
    return { role: stored.role, content: String(content ?? `(text ${stored.text} is missing)`) };
  };
  const toEntry = ({ at, trial, prompt, messages, case: one, parts }: Row): CacheEntry => {
    const [suite, id] = JSON.parse(String(trial)) as [string, string];
    const sent = (JSON.parse(String(messages)) as StoredMessage[]).map(toMessage);
    const request: CacheEntry['request'] = { ...JSON.parse(String(parts ?? '{}')), messages: sent };
    if (one !== null) request.case = JSON.parse(String(one));
    const entry = { at: new Date(Number(at)), suite, case: id, request };
    return typeof prompt === 'string' ? { ...entry, prompt } : entry;
  };
  return {
    ofTrial: (label) => byTrial.all(label).map(toEntry),
    byKey(key) {
      const row = byKey.get(key);
      return row && toEntry(row);
    },
    armsOf: (provider, model) =>
      arms
        .all(provider, model)
        .map(({ digest, parts }) => ({ digest: String(digest), parts: JSON.parse(String(parts)) })),
  };
}
