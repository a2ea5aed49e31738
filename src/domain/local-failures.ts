import { oneLine } from '../text/one-line.ts';
import { truncate } from '../text/truncate.ts';
import type { Failure } from './failure.ts';

const said = (text: string) => (text.trim() ? `: ${truncate(oneLine(text), 300)}` : '');
const shown = (body: string | undefined) => (body?.trim() ? { body: truncate(body, 500) } : {});
const request = (message: string): Failure => ({ kind: 'request', message, retryable: false });

/**
 * Every sentence about a local provider (a function, a command, a file) that could not answer. Each entry makes one
 * failure and knows whether another try may help.
 */
export const localFailures = {
  threw: (x: { name: string; message: string; retryable: boolean; stack?: string }): Failure => ({
    kind: 'server',
    message: `${x.name} threw${said(x.message)}`,
    retryable: x.retryable,
    ...shown(x.stack),
  }),
  unusableValue: (x: { name: string; found: string }): Failure => ({
    kind: 'protocol',
    message: `${x.name} gave back ${x.found}; it should give a string, a JSON value or an object with a text`,
    retryable: false,
  }),
  cannotStart: (x: { name: string; detail: string }): Failure =>
    request(`${x.name} could not be started${said(x.detail)}`),
  /** `how` is an exit code or a signal, in words; `stderr` is the end of what the process wrote there. */
  processEnded: (x: { name: string; how: string; stderr: string }): Failure => ({
    kind: 'connection',
    message: `${x.name} ended with ${x.how} before it answered${said(x.stderr.trimEnd().split('\n').at(-1)!)}`,
    retryable: true,
    ...shown(x.stderr.slice(-500)),
  }),
  unreadableLine: (x: { name: string; found: string; line: string }): Failure => ({
    kind: 'protocol',
    message: `${x.name} wrote ${x.found}; each line must be one JSON object with the id of its request and a text or an error`,
    retryable: true,
    ...shown(x.line),
  }),
  saidError: (x: { name: string; message: string; retryable: boolean }): Failure => ({
    kind: 'server',
    message: `${x.name} answered with an error${said(x.message)}`,
    retryable: x.retryable,
  }),
  noRecordedRow: (x: { file: string; id: string; repeat?: number; where: string }): Failure =>
    request(
      `${x.file} has no output for case "${x.id}"${x.repeat === undefined ? '' : `, repeat ${x.repeat}`}${x.where}`,
    ),
  recordedError: (x: { file: string; line: number; message: string }): Failure => ({
    kind: 'server',
    message: `${x.file}, line ${x.line} records an error${said(x.message)}`,
    retryable: false,
  }),
  noRecordedOutput: (x: { file: string; line: number; field: string }): Failure =>
    request(
      `${x.file}, line ${x.line} has no field "${x.field}"; name the field that holds the text with "output"`,
    ),
  changedFile: (x: { file: string }): Failure =>
    request(`${x.file} was changed or cannot be read any more while it was replayed; run again`),
  noMessage: (x: { name: string }): Failure =>
    request(`${x.name} needs a user message, and the prompt has none`),
};
