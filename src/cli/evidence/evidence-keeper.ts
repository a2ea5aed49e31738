import { problems } from '../../domain/problems.ts';
import type { TrialRow } from '../../domain/trial-row.ts';
import { type RowLog, rowLog } from '../../store/row-log.ts';
import { runFolder } from '../../store/run-folder.ts';
import { messageOf } from '../../text/message-of.ts';
import type { Progress } from '../progress.ts';
import { toSentences } from '../to-sentences.ts';
import type { Afresh } from './afresh.ts';
import type { AskFresh } from './fresh-asker.ts';

/** The run whose folder takes the rows. */
export type Keeping = {
  root: string;
  id: string;
  ask: AskFresh;
  shown: Pick<Progress, 'begin' | 'add' | 'say'>;
  /** Stops the asking. */
  halt(): void;
  redact(text: string): string;
};

export type EvidenceKeeper = {
  /** Rows go to this file of the run's folder, and then to `rows`. */
  into(kind: 'canary' | 'redraws', rows: TrialRow[]): Afresh;
  /** The disk did not take a row, or a case could not be read any more; said already. */
  isBroken(): boolean;
  close(): void;
};

/** Keeps fresh answers. What is not on disk does not count: a verdict has to come out the same from the folder alone. */
export function evidenceKeeper(keeping: Keeping): EvidenceKeeper {
  const { root, id, shown, halt, redact } = keeping;
  const logs: RowLog[] = [];
  let isBroken = false;
  const fail = (sentence: string) => {
    if (!isBroken) shown.say(sentence);
    isBroken = true;
    halt();
  };
  return {
    into(kind, rows) {
      const log = rowLog(runFolder(root, id)[kind], redact);
      logs.push(log);
      return toAfresh({ file: `${kind}.jsonl`, log, rows }, keeping, fail);
    },
    isBroken: () => isBroken,
    close: () => {
      for (const log of logs) log.close();
    },
  };
}

function toAfresh(
  { file, log, rows }: { file: string; log: RowLog; rows: TrialRow[] },
  { id, ask, shown, redact }: Keeping,
  fail: (sentence: string) => void,
): Afresh {
  const detailOf = (error: unknown) => redact(messageOf(error));
  return {
    begin: shown.begin,
    keep(row) {
      try {
        rows.push(log.append(row));
        shown.add([{ type: 'finished', row }]);
      } catch (error) {
        fail(toSentences(problems.evidenceNotWritten({ file, detail: detailOf(error), id })));
      }
    },
    ask: (lot) =>
      ask(lot).catch((error: unknown) => {
        fail(problems.runAborted({ detail: detailOf(error) }).message);
        return undefined;
      }),
  };
}
