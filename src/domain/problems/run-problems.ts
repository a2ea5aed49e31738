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
  twoReporters: (x: At & { name: string; extension: string }) =>
    say.error(
      'two-reporters',
      `"${x.name}" cannot share stdout with another reporter.`,
      `Give it a file: ${x.name}=report.${x.extension}`,
      x,
    ),
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
  journalBroken: (x: At & { detail: string; written: number }) =>
    say.error(
      'journal-broken',
      `The run's folder takes no more: ${x.detail}. ${x.written} finished trials are safe on disk; nothing more is asked.`,
      undefined,
      x,
    ),
  runAborted: (x: At & { detail: string }) =>
    say.error(
      'run-aborted',
      `The run stops here: ${x.detail}. What is under way is finished first.`,
      undefined,
      x,
    ),
  providerStopped: (x: At & { provider: string; detail: string }) =>
    say.error('provider-stopped', `${x.provider} is not asked any more: ${x.detail}`, undefined, x),
};
