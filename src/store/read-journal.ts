import type { Message } from '../domain/message.ts';
import type { TrialRow } from '../domain/trial-row.ts';
import { completeLines } from './complete-lines.ts';
import { parseJournalLine } from './parse-journal-line.ts';
import { runFolder } from './run-folder.ts';
import type { StoredMessage } from './shared-texts.ts';

/** Who hears of what a crash left behind. */
export type JournalListener = {
  /** The last line was cut off after so many bytes; it is left out. */
  onTorn?(bytes: number): void;
  /** A row refers to a text that was lost; it is left out. Lines of `trials.jsonl` count from 1. */
  onLost?(line: number): void;
};

/**
 * The rows of a run, in the order in which they finished. What a crash cut off or lost is left out and told.
 * Throws `JournalError` at a line that cannot be read, or was written by a newer version.
 */
export async function* readJournal(
  root: string,
  id: string,
  { onTorn, onLost }: JournalListener = {},
): AsyncGenerator<TrialRow> {
  const paths = runFolder(root, id);
  const texts = new Map<string, string>();
  for await (const line of completeLines(paths.texts, onTorn)) {
    const { digest, content } = parseJournalLine<{ digest: string; content: string }>(line, {
      id,
      file: 'texts.jsonl',
    });
    texts.set(digest, content);
  }
  for await (const line of completeLines(paths.trials, onTorn)) {
    const row = parseJournalLine<TrialRow>(line, { id, file: 'trials.jsonl' });
    const messages = toMessages(row.messages as StoredMessage[], texts);
    if (messages) yield { ...row, messages };
    else onLost?.(line.number);
  }
}

/** Undefined when a text is not there. */
function toMessages(
  stored: readonly StoredMessage[],
  texts: ReadonlyMap<string, string>,
): Message[] | undefined {
  const messages: Message[] = [];
  for (const one of stored) {
    const content = 'text' in one ? texts.get(one.text) : one.content;
    if (content === undefined) return undefined;
    messages.push('text' in one ? { role: one.role, content } : one);
  }
  return messages;
}
