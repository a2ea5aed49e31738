import type { Failure } from './failure.ts';

const seconds = (ms: number) => `${(ms / 1000).toFixed(1)} s`;
const bodyOf = (text: string | undefined) => (text ? { body: text.slice(0, 500) } : {});

/** Every sentence about a local provider that could not answer. Each entry makes one failure. */
export const localFailures = {
  /** The signal was aborted: by a deadline, or because the run ends. */
  ended: (x: { name: string; reason: unknown; ms: number }): Failure => {
    const late = x.reason instanceof Error && x.reason.name === 'TimeoutError';
    return late
      ? { kind: 'timeout', retryable: true, message: `${x.name} gave no answer in ${seconds(x.ms)}.` }
      : { kind: 'cancelled', retryable: false, message: `${x.name} was stopped before it answered.` };
  },
  threw: (x: { name: string; message: string; retryable: boolean; stack?: string }): Failure => ({
    kind: 'server',
    retryable: x.retryable,
    message: `${x.name} threw: ${x.message}`,
    ...bodyOf(x.stack),
  }),
  unusableValue: (x: { name: string; found: string }): Failure => ({
    kind: 'protocol',
    retryable: false,
    message: `${x.name} gave back ${x.found}. Give back a string, a JSON value or { text }.`,
  }),
  cannotStart: (x: { command: string; message: string }): Failure => ({
    kind: 'request',
    retryable: false,
    message: `The command "${x.command}" could not be started: ${x.message}. Check the name and the path.`,
  }),
  processEnded: (x: { command: string; how: string; stderr: string }): Failure => {
    const last = x.stderr.trimEnd().split('\n').at(-1)?.trim();
    return {
      kind: 'connection',
      retryable: true,
      message: `The command "${x.command}" ended (${x.how}) before it answered.${last ? ` It last said: ${last}` : ''}`,
      ...bodyOf(x.stderr.slice(-500)),
    };
  },
  unreadableLine: (x: { command: string; line: string; fault: string }): Failure => ({
    kind: 'protocol',
    retryable: true,
    message: `The command "${x.command}" wrote a line that ${x.fault}. It must write one JSON object a line, with the id that it was sent and a text or an error.`,
    ...bodyOf(x.line),
  }),
  saidError: (x: { command: string; message: string; retryable: boolean }): Failure => ({
    kind: 'server',
    retryable: x.retryable,
    message: `The command "${x.command}" answered with an error: ${x.message}`,
  }),
  noRecordedRow: (x: { file: string; id: string; where: string }): Failure => ({
    kind: 'request',
    retryable: false,
    message: `${x.file} has no output for the case "${x.id}"${x.where}.`,
  }),
  recordedError: (x: { file: string; line: number; message: string }): Failure => ({
    kind: 'server',
    retryable: false,
    message: `${x.file}, line ${x.line} records an error: ${x.message}`,
  }),
  noRecordedOutput: (x: { file: string; line: number; field: string }): Failure => ({
    kind: 'request',
    retryable: false,
    message: `${x.file}, line ${x.line} has no field "${x.field}". Name the field with the text as "output".`,
  }),
  changedFile: (x: { file: string }): Failure => ({
    kind: 'request',
    retryable: false,
    message: `${x.file} changed while it was being replayed. Run again.`,
  }),
  noMessage: (x: { name: string }): Failure => ({
    kind: 'request',
    retryable: false,
    message: `${x.name} needs a user message, and the prompt has none.`,
  }),
};
