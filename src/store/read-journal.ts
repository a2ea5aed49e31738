import { createReadStream } from 'node:fs';
import type { Message } from '../domain/message.ts';
import type { TrialRow } from '../domain/trial-row.ts';
import { runFolder } from './run-folder.ts';
import type { StoredMessage } from './shared-texts.ts';

/** The newest form of the files that this program understands. */
const newest = 1;

/** The rows of a run, in the order in which they finished. A last line that a crash cut off is left out and told. */
export async function* readJournal(
  root: string,
  id: string,
  onTorn: (bytes: number) => void = () => {},
): AsyncGenerator<TrialRow> {
  const paths = runFolder(root, id);
  const texts = new Map<string, string>();
  for await (const { line } of completeLines(paths.texts, onTorn)) {
    const { digest, content } = JSON.parse(line) as { digest: string; content: string };
    texts.set(digest, content);
  }
  const toMessage = (stored: StoredMessage): Message =>
    'text' in stored
      ? { role: stored.role, content: texts.get(stored.text) ?? `(text ${stored.text} is missing)` }
      : stored;
  for await (const { line, number } of completeLines(paths.trials, onTorn)) {
    const row = parseRow(line, `${paths.trials}:${number}`);
    yield { ...row, messages: (row.messages as StoredMessage[]).map(toMessage) };
  }
}

function parseRow(line: string, place: string): TrialRow {
  let row: TrialRow;
  try {
    row = JSON.parse(line) as TrialRow;
  } catch {
    throw new Error(`${place} is not a row of a journal: the file was changed by something else`);
  }
  if (row.schemaVersion > newest)
    throw new Error(
      `${place} was written by a newer evals (format ${row.schemaVersion}); this one reads up to ${newest}`,
    );
  return row;
}

/** Lines that end in LF. Split by bytes, as U+2028 in a text is no end of a line. */
async function* completeLines(
  path: string,
  onTorn: (bytes: number) => void,
): AsyncGenerator<{ line: string; number: number }> {
  let rest: Buffer = Buffer.alloc(0);
  let number = 0;
  try {
    for await (const chunk of createReadStream(path, {
      highWaterMark: 1024 * 1024,
    }) as AsyncIterable<Buffer>) {
      const bytes = rest.length > 0 ? Buffer.concat([rest, chunk]) : chunk;
      let from = 0;
      for (let end = bytes.indexOf(10); end >= 0; end = bytes.indexOf(10, from)) {
        number += 1;
        yield { line: bytes.toString('utf8', from, end), number };
        from = end + 1;
      }
      rest = bytes.subarray(from);
    }
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
  }
  if (rest.length > 0) onTorn(rest.length);
}
