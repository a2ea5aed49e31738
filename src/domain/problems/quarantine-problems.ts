import { count } from '../../text/count.ts';
import { type At, say } from './say.ts';

/** What can be wrong with `evals/quarantine.yaml`. */
export const quarantineProblems = {
  quarantineShape: (x: At) =>
    say.error(
      'quarantine-shape',
      'The quarantine is a list of cases, and this is none.',
      'Each entry is one line: - { suite: refund, case: cancelled-order, reason: "flaky since the move", until: 2026-12-31 }',
      x,
    ),
  quarantineSuite: (x: At & { suite: string; suggestion?: string; names: readonly string[] }) =>
    say.error(
      'quarantine-suite',
      `The quarantine names the suite "${x.suite}", and there is none of that name.`,
      say.meant(x.suggestion, x.names),
      x,
    ),
  quarantineCase: (x: At & { suite: string; id: string; suggestion?: string }) =>
    say.error(
      'quarantine-case',
      `The quarantine names the case "${x.id}", which suite "${x.suite}" does not have.`,
      x.suggestion ? `Did you mean "${x.suggestion}"?` : 'Take the entry out, or correct the id.',
      x,
    ),
  quarantineTwice: (x: At & { suite: string; id: string }) =>
    say.error(
      'quarantine-twice',
      `Case "${x.id}" of "${x.suite}" is in the quarantine twice.`,
      'Keep the entry that holds, and take the other one out.',
      x,
    ),
  quarantineOver: (x: At & { suite: string; id: string; until: string; reason: string; days: number }) =>
    say.warning(
      'quarantine-over',
      `The quarantine of case "${x.id}" of "${x.suite}" ended on ${x.until}, ${count(x.days, 'day')} ago: it counts for the gate again. It was: ${x.reason}`,
      'Mend the case and take the entry out; or give it another day, with the reason.',
      x,
    ),
};
