import type { RunEvent } from '../domain/run-event.ts';
import type { Clock } from '../flow/clock.ts';
import { type LineFile, lineFile } from './line-file.ts';
import { redacted } from './redacted.ts';

/** What happened to a run beside its trials: how fast models were asked, and which were left alone, and why. */
export type EventLog = { add(events: readonly RunEvent[]): void; close(): void };

/** Rows are in the journal itself; single waits are in their rows. */
const isKept = ({ type }: RunEvent) =>
  type === 'paced' || type === 'circuit' || type === 'stopped' || type === 'aborted';

/**
 * Opens `events.jsonl` at the first event that is kept, one line each. Nobody's verdict depends on it: a disk that does
 * not take it is no reason to stop a run, and the journal tells of the disk.
 */
export function openEventLog(path: string, clock: Clock, redact: (text: string) => string): EventLog {
  let file: LineFile | undefined;
  let isBroken = false;
  const toLine = (event: RunEvent) =>
    `${JSON.stringify(redacted({ schemaVersion: 1, at: clock.date().toISOString(), ...event }, redact))}\n`;
  return {
    add(events) {
      const kept = events.filter(isKept);
      if (kept.length === 0 || isBroken) return;
      try {
        file ??= lineFile(path);
        file.append(kept.map(toLine).join(''));
      } catch {
        isBroken = true;
      }
    },
    close: () => file?.close(),
  };
}
