import { count } from '../../text/count.ts';
import { type At, say } from './say.ts';

/** A case that its suite does not have, and one whose last day is over since so many days. */
type UnknownCase = { suite: string; id: string; suggestion?: string };
type OverCase = { suite: string; id: string; until: string; reason: string; days: number };

const none: OverCase = { suite: '', id: '', until: '', reason: '', days: 0 };
const mostListed = 10;

/** A sentence, and a line for each entry that it is about, at most ten. */
function lines(sentence: string, entries: readonly string[]): string {
  const more = entries.length - mostListed;
  const shown = [...entries.slice(0, mostListed), ...(more > 0 ? [`and ${more} more`] : [])];
  return [sentence, ...shown.map((one) => `- ${one}`)].join('\n');
}

const unknown = ({ suite, id, suggestion }: UnknownCase) =>
  `${suite}: ${id}${suggestion ? ` (did you mean "${suggestion}"?)` : ''}`;
const ended = ({ suite, id, until, reason, days }: OverCase) =>
  `${suite}: ${id}, until ${until} (${count(days, 'day')} ago): ${reason}`;

/** What can be wrong with `evals/quarantine.yaml`. */
export const quarantineProblems = {
  quarantineShape: (x: At) =>
    say.error(
      'quarantine-shape',
      'The quarantine is a list of cases, and this is none.',
      'Each entry is one line: - { suite: refund, case: cancelled-order, reason: "flaky since the move", until: 2026-12-31 }',
      x,
    ),
  quarantineSuite: (
    x: At & { suite: string; entries: number; suggestion?: string; names: readonly string[] },
  ) =>
    say.error(
      'quarantine-suite',
      `The quarantine names the suite "${x.suite}"${x.entries > 1 ? ` in ${count(x.entries, 'entry', 'entries')}` : ''}, and there is none of that name.`,
      say.meant(x.suggestion, x.names),
      x,
    ),
  quarantineCase: (x: At & { cases: readonly UnknownCase[] }) => {
    const [{ suite, id, suggestion } = { suite: '', id: '' }, ...others] = x.cases;
    const code = 'quarantine-case';
    if (others.length > 0) {
      const names = `The quarantine names ${count(x.cases.length, 'case')} that their suites do not have:`;
      return say.error(
        code,
        lines(names, x.cases.map(unknown)),
        'Take the entries out, or correct the ids.',
        x,
      );
    }
    const hint = suggestion ? `Did you mean "${suggestion}"?` : 'Take the entry out, or correct the id.';
    return say.error(
      code,
      `The quarantine names the case "${id}", which suite "${suite}" does not have.`,
      hint,
      x,
    );
  },
  quarantineTwice: (x: At & { suite: string; id: string }) =>
    say.error(
      'quarantine-twice',
      `Case "${x.id}" of "${x.suite}" is in the quarantine twice.`,
      'Keep the entry that holds, and take the other one out.',
      x,
    ),
  quarantineOver: (x: At & { cases: readonly OverCase[] }) => {
    const [{ suite, id, until, reason, days } = none, ...others] = x.cases;
    const code = 'quarantine-over';
    if (others.length > 0) {
      const over = `The quarantine of ${count(x.cases.length, 'case')} is over: they count for the gate again.`;
      const hint = 'Mend the cases and take the entries out; or give them another day, with the reason.';
      return say.warning(code, lines(over, x.cases.map(ended)), hint, x);
    }
    return say.warning(
      code,
      `The quarantine of case "${id}" of "${suite}" ended on ${until}, ${count(days, 'day')} ago: it counts for the gate again. It was: ${reason}`,
      'Mend the case and take the entry out; or give it another day, with the reason.',
      x,
    );
  },
};
