import { count } from '../../text/count.ts';
import type { Again } from '../again.ts';
import { type At, say } from './say.ts';

/** What can be wrong with a command line, or with a run on disk. */
export const runProblems = {
  unknownRun: (x: At & { wanted: string; suggestion?: string; any: boolean }) =>
    x.any
      ? say.error(
          'unknown-run',
          `There is no run "${x.wanted}".`,
          x.suggestion ? `Did you mean "${x.suggestion}"?` : '"evals runs list" shows them.',
          x,
        )
      : say.error('unknown-run', 'There is no run yet.', 'Start one with "evals run".', x),
  ambiguousRun: (x: At & { wanted: string; matches: readonly string[] }) =>
    say.error(
      'ambiguous-run',
      `"${x.wanted}" fits several runs: ${say.list(x.matches)}.`,
      'Give more of the id.',
      x,
    ),
  newerRun: (x: At & { id: string; version: number }) =>
    say.error(
      'newer-run',
      `Run ${x.id} was written by a newer evals (format ${x.version}).`,
      'Update evals to read it.',
      x,
    ),
  brokenRun: (x: At & { id: string; detail: string }) =>
    say.error(
      'broken-run',
      `The header of run ${x.id} cannot be read: ${x.detail}`,
      'Its rows may still be there: look into .evals/runs.',
      x,
    ),
  runNotWritable: (x: At & { detail: string }) =>
    say.error(
      'run-not-writable',
      `The run cannot be written: ${x.detail}.`,
      'Nothing was asked. Check the disk and who may write to .evals/.',
      x,
    ),
  badFlag: (x: At & { detail: string }) =>
    say.error('bad-flag', `${x.detail}.`, '"evals <command> --help" shows the flags.', x),
  offlineModel: (x: At & { model: string }) =>
    say.error(
      'offline-model',
      `"${x.model}" needs the network, and --offline forbids it.`,
      'Choose an embedded: or replay: model, or leave --offline out.',
      x,
    ),
  modelNotReady: (x: At & { model: string; message: string }) =>
    say.error(
      'model-not-ready',
      x.message.includes(x.model) ? x.message : `${x.model}: ${x.message}`,
      undefined,
      x,
    ),
  modelNotOpened: (x: At & { detail: string }) =>
    say.error('model-not-opened', x.detail, 'Nothing was asked.', x),
  /** A line in the middle of a journal that is no row: we never write one. */
  brokenJournal: (x: At & { id: string; file: string; line: number }) =>
    say.error(
      'broken-journal',
      `Line ${x.line} of ${x.file} of run ${x.id} cannot be read: something else has changed the file.`,
      'Take that line out to read the others.',
      x,
    ),
  /** Rows of another run, or a header that was changed. */
  foreignRow: (x: At & { id: string; detail: string }) =>
    say.error(
      'foreign-row',
      `The rows of run ${x.id} do not fit its header: ${x.detail}`,
      'run.json and trials.jsonl belong together: put back the one that was changed.',
      x,
    ),
  journalBroken: (x: At & { detail: string; written: number; lost: number; id?: string }) =>
    say.error(
      'journal-broken',
      `The run's folder takes no more: ${x.detail}. ${count(x.written, 'finished trial')} ${x.written === 1 ? 'was' : 'were'} written${x.lost > 0 ? `, ${x.lost} could not be` : ''}; nothing more is asked.`,
      `Once there is room, "evals run --resume ${x.id ?? 'latest'}" goes on.`,
      x,
    ),
  summaryNotWritten: (x: At & { detail: string; id: string }) =>
    say.error(
      'summary-not-written',
      `The summary could not be written: ${x.detail}.`,
      `It can be made again: evals report ${x.id}`,
      x,
    ),
  budgetReached: (
    x: At & { limit: string; spent: string; flag: string; key: string; left: number; flags?: string },
  ) =>
    say.error(
      'budget-reached',
      `The limit of ${x.limit} for a run is reached (${x.spent}); ${count(x.left, 'planned trial')} did not run.`,
      `Go on with "evals run --resume${x.flags ?? ''}", raise ${x.flag} (or ${x.key} in the config), or select fewer cases (--sample, --tag).`,
      x,
    ),
  budgetBlind: (x: At & { model: string; left: number }) =>
    say.error(
      'budget-blind',
      `${x.model} answers without saying how many tokens it took, so no budget of dollars can be kept; ${count(x.left, 'planned trial')} did not run.`,
      'Ask a model that counts its tokens, or limit the calls (--max-calls) in place of the cost.',
      x,
    ),
  budgetTooSmall: (x: At & { needed: string; limit: string } & Partial<Again>) =>
    say.warning(
      'budget-too-small',
      `This run would take ${x.needed}, and may take ${x.limit}: it may be stopped before its end.`,
      x.command === undefined
        ? 'What is done by then is kept; "evals run --resume" goes on.'
        : x.goesOn
          ? `What is done by then is kept; this goes on: ${x.command}`
          : 'Nothing of it is kept then: allow more.',
      x,
    ),
  interrupted: (x: At & { id: string; left: number; flags?: string }) =>
    say.warning(
      'interrupted',
      `Stopped: ${count(x.left, 'planned trial')} did not run. What finished is kept.`,
      `"evals run --resume ${x.id}${x.flags ?? ''}" goes on; "evals show ${x.id}" shows it again.`,
      x,
    ),
  runAborted: (x: At & { detail: string }) =>
    say.error(
      'run-aborted',
      `The run stops here: ${x.detail}. What is under way is finished first.`,
      undefined,
      x,
    ),
  crashed: (x: At) =>
    say.error(
      'crashed',
      'An error that nobody caught ended the run. It often comes from a timer or a promise in a module of your own.',
      'The finished trials are on disk: "evals report" shows them, "evals run --resume" goes on.',
      x,
    ),
  endedEarly: (x: At) =>
    say.error(
      'ended-early',
      'The process was ended before it was done. A module of your own may have called "exit".',
      'The finished trials are on disk: "evals report" shows them, "evals run --resume" goes on.',
      x,
    ),
  modelGivenUp: (x: At & { model: string; detail: string }) =>
    say.error(
      'model-given-up',
      `${x.model} is not asked any more: ${x.detail.replace(/[.\s]+$/, '')}.`,
      'When it is well again: evals run --errored',
      x,
    ),
  providerStopped: (x: At & { model: string; detail: string }) =>
    say.error(
      'provider-stopped',
      `${x.model}, and what shares its key, is not asked any more: ${x.detail}`,
      undefined,
      x,
    ),
};
