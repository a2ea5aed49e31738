import type { TrialRow } from '../domain/trial-row.ts';
import type { Spot } from './cassette-spots.ts';
import { completeLines } from './complete-lines.ts';
import { type LineReader, lineReader } from './line-reader.ts';
import { parseJournalLine } from './parse-journal-line.ts';
import { runFolder } from './run-folder.ts';

/** What a stored run answered to its cases. */
export type OpenAnswers = {
  /** The model's own answer to a case, of several repeats the first; undefined where there is none. */
  find(wanted: { suite: string; arm: string; case: string }): string | undefined;
  close(): void;
};

type First = Spot & { repeat: number; line: number };

const keyOf = (suite: string, arm: string, id: string) => JSON.stringify([suite, arm, id]);

/**
 * Goes once through the journal of a run and notes where the answers stand; a text is read when it is asked for, so
 * that memory is a small entry a case. Rejects with a `JournalError` at a line that cannot be read.
 */
export async function openAnswers(root: string, id: string): Promise<OpenAnswers> {
  const { trials } = runFolder(root, id);
  const where = { id, file: 'trials.jsonl' };
  const spots = new Map<string, First>();
  let offset = 0;
  for await (const line of completeLines(trials)) {
    const size = Buffer.byteLength(line.text);
    const { suite, arm, case: one, repeat, outcome, status } = parseJournalLine<TrialRow>(line, where);
    const key = keyOf(suite, arm, one);
    // What a fallback said is errored where it does not count as the model's own.
    const isOwn = outcome.status === 'answered' && status !== 'errored';
    if (isOwn && repeat < (spots.get(key)?.repeat ?? Number.POSITIVE_INFINITY))
      spots.set(key, { offset, size, repeat, line: line.number });
    offset += size + 1;
  }
  let reader: LineReader | undefined;
  return {
    find(wanted) {
      const spot = spots.get(keyOf(wanted.suite, wanted.arm, wanted.case));
      if (!spot) return undefined;
      reader ??= lineReader(trials);
      const text = reader.read(spot).toString('utf8');
      const { outcome } = parseJournalLine<TrialRow>({ text, number: spot.line }, where);
      return outcome.status === 'answered' ? outcome.answer.text : undefined;
    },
    close: () => reader?.close(),
  };
}
