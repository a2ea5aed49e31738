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
export function evidenceKeeper({ root, id, ask, shown, halt, redact }: Keeping): EvidenceKeeper {
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
      const unwritten = (detail: string) =>
        toSentences(problems.evidenceNotWritten({ file: `${kind}.jsonl`, detail, id }));
      return {
        begin: shown.begin,
        keep: (row) => {
          try {
            rows.push(log.append(row));
            shown.add([{ type: 'finished', row }]);
          } catch (error) {
            fail(unwritten(redact(messageOf(error))));
          }
        },
        ask: (lot) =>
          ask(lot).catch((error: unknown) => {
            fail(problems.runAborted({ detail: redact(messageOf(error)) }).message);
            return undefined;
          }),
      };
    },
    isBroken: () => isBroken,
    close: () => {
      for (const log of logs) log.close();
    },
  };
}
