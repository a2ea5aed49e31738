import { oneLine } from '../../text/one-line.ts';
import { listed } from './listed.ts';
import { type At, say } from './say.ts';

/** What can be wrong where cases are made of the rows of a log. */
export const logProblems = {
  addOneSuite: (x: At & { suites: readonly string[] }) =>
    say.error(
      'add-one-suite',
      `Cases are added to one suite, and ${x.suites.length} are meant: ${listed(x.suites)}.`,
      'Name one of them.',
      x,
    ),
  addNoTerminal: (x: At & { missing: readonly string[] }) =>
    say.error(
      'add-no-terminal',
      'Nobody is here who could be asked for the id, the tags and the expectation of each case.',
      `Call it in a terminal, or say all of it: ${x.missing.join(', ')}.`,
      x,
    ),
  logEmpty: (x: At & { file: string }) =>
    say.error(
      'log-empty',
      `There is no row in "${x.file}".`,
      'A log has a map of JSON in each line: { "input": "…", "output": "…" }',
      x,
    ),
  logNoInput: (x: At & { file: string; tried: readonly string[]; fields: readonly string[] }) =>
    say.error(
      'log-no-input',
      `No row of "${x.file}" has a text under ${x.tried.join(', ')}.`,
      `Say where the input stands: --input-field <name>. The rows have ${say.list(x.fields)}.`,
      x,
    ),
  logNoField: (x: At & { file: string; flag: string; field: string; fields: readonly string[] }) =>
    say.error(
      'log-no-field',
      `No row of "${x.file}" has "${x.field}", which ${x.flag} names.`,
      `The rows have ${say.list(x.fields)}; what is within another is named with dots: request.text`,
      x,
    ),
  logWhichVariable: (x: At & { suite: string; names: readonly string[] }) =>
    say.error(
      'log-which-variable',
      x.names.length === 0
        ? `The prompts of suite "${x.suite}" take no variable that a case could fill.`
        : `The prompts of suite "${x.suite}" take several variables: ${x.names.join(', ')}.`,
      x.names.length === 0
        ? 'A case without an input of its own would ask what every other one asks.'
        : `Say which one the input of the log is: --var ${x.names[0]}. Or let the rows have fields of these names.`,
      x,
    ),
  logUnfilled: (x: At & { prompt: string; detail: string }) =>
    say.error(
      'log-unfilled',
      `With what this row says the prompt ${x.prompt} cannot be filled: ${oneLine(x.detail)}.`,
      'Give the suite a value for it under "vars:", or name another field: --input-field',
      x,
    ),
  casesNotWritten: (x: At & { file: string; detail: string }) =>
    say.error(
      'cases-not-written',
      `The case could not be written to "${x.file}": ${oneLine(x.detail)}.`,
      'Those before it are there. Once that is mended, the same command goes on: what is a case by then is skipped.',
      x,
    ),
};
