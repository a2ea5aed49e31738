import type { Run } from './run.ts';
import type { Summary } from './summary.ts';
import type { TrialRow } from './trial-row.ts';

/** What a reporter renders. `rows` may be gone through once or more; each time it reads the journal again. */
export type Report = {
  run: Run;
  summary: Summary;
  rows(): AsyncIterable<TrialRow> /** Folder of the run, for a person to open. */;
  folder: string;
};

/** How the target looks: colours and width of a terminal, or a plain file. */
export type Look = { color: boolean; width: number };

/** An entry of the reporters' shelf: a pure function from the log to text. */
export type Reporter = {
  name: string;
  summary: string;
  /** Of the file it is written to by default, without the dot: `xml`. */
  extension: string;
  render(report: Report, look: Look): AsyncIterable<string>;
};

/** Types a shelf entry; gives back what it was given. */
export function defineReporter(entry: Reporter): Reporter {
  return entry;
}
