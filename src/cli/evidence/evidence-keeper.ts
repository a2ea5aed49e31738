import type { JudgedAgain } from '../../domain/judged-again.ts';
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
  /** What judges say again goes to its file, and then to `rows`. */
  judged(rows: JudgedAgain[]): (again: JudgedAgain) => void;
  /** The disk did not take a row, or a case could not be read any more; said already. */
  isBroken(): boolean;
  close(): void;
};

/** Keeps fresh answers. What is not on disk does not count: a verdict has to come out the same from the folder alone. */
export function evidenceKeeper(keeping: Keeping): EvidenceKeeper {
  const { root, id, shown, halt, redact } = keeping;
  const logs: { close(): void }[] = [];
  let isBroken = false;
  const fail = (sentence: string) => {
    if (!isBroken) shown.say(sentence);
    isBroken = true;
    halt();
  };
  return {
    into(kind, rows) {
      const log = rowLog<TrialRow>(runFolder(root, id)[kind], redact);
      logs.push(log);
      return toAfresh({ file: `${kind}.jsonl`, log, rows }, keeping, fail);
    },
    judged(rows) {
      const log = rowLog<JudgedAgain>(runFolder(root, id).judgedAgain, redact);
      logs.push(log);
      return (again) => {
        try {
          rows.push(log.append(again));
        } catch (error) {
          const detail = redact(messageOf(error));
          fail(toSentences(problems.evidenceNotWritten({ file: 'judge-canary.jsonl', detail, id })));
        }
      };
    },
    isBroken: () => isBroken,
    close: () => {
      for (const log of logs) log.close();
    },
  };
}

function toAfresh(
  { file, log, rows }: { file: string; log: RowLog<TrialRow>; rows: TrialRow[] },
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
