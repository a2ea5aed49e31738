import { createReadStream } from 'node:fs';
import type { Message } from '../domain/message.ts';
import { problems } from '../domain/problems.ts';
import type { TrialRow } from '../domain/trial-row.ts';
import { JournalError } from './journal-error.ts';
import { runFolder } from './run-folder.ts';
import type { StoredMessage } from './shared-texts.ts';

/** The newest form of the files that this program understands. */
const newest = 1;

type Line = { text: string; number: number };

/**
 * The rows of a run, in the order in which they finished. A last line that a crash cut off is left out and told.
 * Throws `JournalError` at a line that cannot be read, or was written by a newer version.
 */
export async function* readJournal(
  root: string,
  id: string,
  onTorn: (bytes: number) => void = () => {},
): AsyncGenerator<TrialRow> {
  const paths = runFolder(root, id);
  const texts = new Map<string, string>();
  for await (const line of completeLines(paths.texts, onTorn)) {
    const { digest, content } = parse<{ digest: string; content: string }>(line, { id, file: 'texts.jsonl' });
    texts.set(digest, content);
  }
  const toMessage = (stored: StoredMessage): Message =>
    'text' in stored
      ? { role: stored.role, content: texts.get(stored.text) ?? `(text ${stored.text} is missing)` }
      : stored;
  for await (const line of completeLines(paths.trials, onTorn)) {
    const row = parse<TrialRow>(line, { id, file: 'trials.jsonl' });
    yield { ...row, messages: (row.messages as StoredMessage[]).map(toMessage) };
  }
}

function parse<T>({ text, number }: Line, { id, file }: { id: string; file: string }): T {
  let value: (T & { schemaVersion?: unknown }) | null;
  try {
    value = JSON.parse(text);
  } catch {
    value = null;
  }
  const version = value?.schemaVersion;
  if (typeof version === 'number' && version > newest)
    throw new JournalError(problems.newerRun({ id, version }));
  if (value === null || version !== newest)
    throw new JournalError(problems.brokenJournal({ id, file, line: number }));
  return value;
}

/** Lines that end in LF. Split by bytes, as U+2028 in a text is no end of a line. */
async function* completeLines(path: string, onTorn: (bytes: number) => void): AsyncGenerator<Line> {
  let pieces: Buffer[] = [];
  let number = 0;
  for await (const chunk of chunks(path)) {
    let from = 0;
    for (let end = chunk.indexOf(10); end >= 0; end = chunk.indexOf(10, from)) {
      number += 1;
      const text = Buffer.concat([...pieces, chunk.subarray(from, end)]).toString('utf8');
      pieces = [];
      yield { text, number };
      from = end + 1;
    }
    if (from < chunk.length) pieces.push(chunk.subarray(from));
  }
  const torn = pieces.reduce((sum, piece) => sum + piece.length, 0);
  if (torn > 0) onTorn(torn);
}

/** A file that is not there is one without lines. */
async function* chunks(path: string): AsyncGenerator<Buffer> {
  try {
    yield* createReadStream(path, { highWaterMark: 1024 * 1024 }) as AsyncIterable<Buffer>;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
  }
}
