import { count } from '../../text/count.ts';
import { type At, say } from './say.ts';

const holder = (x: { pid: number; since?: string }) =>
  `process ${x.pid}${x.since === undefined ? '' : `, since ${x.since.slice(0, 19).replace('T', ' ')} UTC`}`;

/** Why a run cannot be gone on with. */
export const resumeProblems = {
  /** Somebody else writes the run, or may do so: what runs on another machine cannot be seen. */
  runHeld: (x: At & { id: string; pid: number; isHere: boolean; since?: string; host?: string }) =>
    x.isHere
      ? say.error(
          'run-held',
          `Run ${x.id} is under way (${holder(x)}): two cannot write the same run.`,
          'Wait for its end, or stop it first with Ctrl-C.',
          x,
        )
      : say.error(
          'run-held',
          `Run ${x.id} is held from another machine, ${x.host ?? 'unknown'} (${holder(x)}); from here nobody can tell whether it still runs.`,
          `If it is surely over, remove .evals/runs/${x.id}/lock and try again.`,
          x,
        ),
  notResumable: (x: At & { id: string }) =>
    say.error(
      'not-resumable',
      `Run ${x.id} was begun by an older evals, which did not keep what was chosen for it: it cannot be gone on with.`,
      `"evals show ${x.id}" shows what it has; "evals run" starts anew.`,
      x,
    ),
  runChanged: (x: At & { id: string; reasons: readonly string[] }) =>
    say.error(
      'run-changed',
      [`Run ${x.id} cannot go on as it is. Since it began:`, ...x.reasons.map((one) => `- ${one}`)].join(
        '\n',
      ),
      `"evals run --resume ${x.id} --changed" keeps what still holds and asks the rest, as a new run; "evals run" starts anew.`,
      x,
    ),
  /** Told when a resumed run begins. */
  journalMended: (x: At & { id: string; cut: number; lost: number }) =>
    say.warning(
      'journal-mended',
      [
        ...(x.cut > 0
          ? [`The last line of run ${x.id} was cut off when it ended (${count(x.cut, 'byte')}).`]
          : []),
        ...(x.lost > 0
          ? [
              `${count(x.lost, 'trial')} of run ${x.id} ${x.lost === 1 ? 'has' : 'have'} lost a text, and ${x.lost === 1 ? 'counts' : 'count'} as not run.`,
            ]
          : []),
      ].join(' '),
      'What was lost is asked again.',
      x,
    ),
};
