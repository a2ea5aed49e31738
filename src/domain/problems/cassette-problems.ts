import { count } from '../../text/count.ts';
import { oneLine } from '../../text/one-line.ts';
import { type At, say } from './say.ts';

type InFile = At & { file: string };
type Difference = { path: string; recorded: string; asked: string };

const record = (file: string) => `evals run --record ${/\s/.test(file) ? JSON.stringify(file) : file}`;

/** What can be wrong with a cassette: the file of `--record` and `--replay`. */
export const cassetteProblems = {
  noCassette: (x: InFile) =>
    say.error('no-cassette', `There is no cassette "${x.file}".`, `Record it: ${record(x.file)}`, x),
  unreadableCassette: (x: InFile & { detail: string }) =>
    say.error(
      'unreadable-cassette',
      `The cassette "${x.file}" cannot be read: ${x.detail}.`,
      'Check the path and who may read it.',
      x,
    ),
  notACassette: (x: InFile & { detail: string }) =>
    say.error(
      'not-a-cassette',
      `"${x.file}" is no cassette: ${x.detail}.`,
      `A cassette is a file that "${record('<file>')}" wrote; it is never laid over another file.`,
      x,
    ),
  newerCassette: (x: InFile & { version: number }) =>
    say.error(
      'newer-cassette',
      `The cassette "${x.file}" was written by a newer evals (format ${x.version}).`,
      'Update evals to read it.',
      x,
    ),
  tornCassette: (x: InFile & { line: number }) =>
    say.error(
      'torn-cassette',
      `The cassette "${x.file}" is cut off in line ${x.line}.`,
      `Get it from git again, or delete it and record it anew: ${record(x.file)}`,
      x,
    ),
  editedCassette: (x: InFile & { line: number; detail: string }) =>
    say.error(
      'edited-cassette',
      `Line ${x.line} of the cassette "${x.file}" is not as it was recorded: ${x.detail}.`,
      `Get the file from git again, or delete it and record it anew: ${record(x.file)}`,
      x,
    ),
  /** `differences` are against the recorded request that is nearest; empty when none was recorded for the case. */
  notInCassette: (x: InFile & { trial: string; nearest?: string; differences: readonly Difference[] }) => {
    const [first, ...others] = x.differences;
    const how = first
      ? `${first.path} was ${first.recorded} and is ${first.asked} now${
          others.length > 0
            ? `; ${say.list(others.slice(0, 3).map(({ path }) => path))}${others.length > 3 ? ` and ${count(others.length - 3, 'other part')}` : ''} ${others.length === 1 ? 'differs' : 'differ'} too`
            : ''
        }`
      : (x.nearest ?? 'nothing was recorded for this case');
    return say.error(
      'not-in-cassette',
      `${oneLine(x.trial)} is not in the cassette "${x.file}": ${how}.`,
      `If that is meant, record again: ${record(x.file)}`,
      x,
    );
  },
  manyNotInCassette: (x: InFile & { missing: number; planned: number }) =>
    say.error(
      'many-not-in-cassette',
      `${count(x.missing, 'planned request')} of ${x.planned} ${x.missing === 1 ? 'is' : 'are'} not in the cassette "${x.file}"; the first ${x.missing === 1 ? 'is' : 'are'} told above.`,
      `Record again: ${record(x.file)}`,
      x,
    ),
  unusedInCassette: (x: InFile & { unused: number }) =>
    say.warning(
      'unused-in-cassette',
      `The cassette "${x.file}" holds ${count(x.unused, 'answer')} that nothing asks for any more.`,
      `A whole recording leaves them out: ${record(x.file)}`,
      x,
    ),
  cassetteNotWritten: (x: InFile & { detail: string }) =>
    say.error(
      'cassette-not-written',
      `The cassette "${x.file}" was not written: ${oneLine(x.detail)}.`,
      'It is as it was before. Record again once that is mended: answers in the cache cost nothing.',
      x,
    ),
  failuresRecorded: (x: InFile & { failures: number }) =>
    say.warning(
      'failures-recorded',
      `The cassette "${x.file}" holds ${count(x.failures, 'failed request')}: ${x.failures === 1 ? 'its trial is' : 'their trials are'} errored at every replay too.`,
      'Record again when the models can be reached.',
      x,
    ),
  secretsRecorded: (x: InFile & { redacted: number }) =>
    say.warning(
      'secrets-recorded',
      `Secrets were taken out of ${count(x.redacted, 'request or answer', 'requests or answers')} in the cassette "${x.file}"; a replay grades the answers as they stand there, with [redacted].`,
      'If the word is no secret, give the environment variable that holds it another name.',
      x,
    ),
  cassetteIncomplete: (x: InFile & { left: number }) =>
    say.warning(
      'cassette-incomplete',
      `The cassette "${x.file}" has no new answer for ${count(x.left, 'planned trial')}, which did not run while it was recorded.`,
      `"evals run --resume --record ${x.file}" goes on and adds what is missing.`,
      x,
    ),
};
